/**
 * Indices of the points a line of `width` pixel columns needs to look as if all were drawn: of every column the first,
 * lowest, highest and last (M4), every index of `keep`, and one neighbour beyond either edge of [from, to].
 *
 * @param x ascending, same length as y
 * @param y NaN where there is no value: such a point is never returned
 * @param keep ascending indices that must survive (points outside limits)
 * @returns ascending indices, without repeats
 */
export function decimate(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  from: number,
  to: number,
  width: number,
  keep: readonly number[]
): Int32Array {
  const start = Math.max(0, lowerBound(x, from) - 1);
  const end = Math.min(x.length, upperBound(x, to) + 1);
  const columns = Math.max(1, Math.floor(width));
  const perUnit = to > from ? columns / (to - from) : 0;
  const kept = keepWithin(keep, start, end);
  if (end - start <= columns * 4) {
    return withValue(y, start, end);
  }

  const out: number[] = [];
  const four = new Int32Array(4);
  let k = 0;
  let i = start;
  while (i < end) {
    const column = Math.floor((x[i]! - from) * perUnit);
    // The first x of the next column: a comparison a point is cheaper than its column.
    i = scanColumn(x, y, i, end, perUnit > 0 ? from + (column + 1) / perUnit : Infinity, four);
    k = pushColumn(out, four, kept, k, i, y);
  }
  return Int32Array.from(out);
}

/**
 * Writes first, lowest, highest and last of the points from `i` on whose x is below `next` into `four`, the inner two
 * by place, -1 where there is no value. A function of its own, since engines optimise one that is called a thousand
 * times sooner than one long loop.
 *
 * @returns where the next column begins
 */
function scanColumn(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  i: number,
  end: number,
  next: number,
  four: Int32Array
): number {
  let first = -1;
  let last = -1;
  let low = -1;
  let high = -1;
  let lowest = Infinity;
  let highest = -Infinity;
  do {
    const v = y[i]!;
    if (v < lowest) {
      lowest = v;
      low = i;
    }
    if (v > highest) {
      highest = v;
      high = i;
    }
    if (v === v) {
      first = first < 0 ? i : first;
      last = i;
    }
    i++;
  } while (i < end && x[i]! < next);
  four[0] = first;
  four[1] = Math.min(low, high);
  four[2] = Math.max(low, high);
  four[3] = last;
  return i;
}

function pushColumn(
  out: number[],
  four: Int32Array,
  kept: readonly number[],
  k: number,
  end: number,
  y: ArrayLike<number>
): number {
  const push = (i: number) => {
    if (i >= 0 && out[out.length - 1] !== i && !Number.isNaN(y[i]!)) {
      out.push(i);
    }
  };
  for (const candidate of four) {
    while (k < kept.length && kept[k]! <= candidate) {
      push(kept[k++]!);
    }
    push(candidate);
  }
  while (k < kept.length && kept[k]! < end) {
    push(kept[k++]!);
  }
  return k;
}

function withValue(y: ArrayLike<number>, start: number, end: number): Int32Array {
  const out: number[] = [];
  for (let i = start; i < end; i++) {
    if (!Number.isNaN(y[i]!)) {
      out.push(i);
    }
  }
  return Int32Array.from(out);
}

function keepWithin(keep: readonly number[], start: number, end: number): readonly number[] {
  return keep.slice(lowerBound(keep, start), lowerBound(keep, end));
}

/** First index with a[i] >= v. */
export function lowerBound(a: ArrayLike<number>, v: number): number {
  let lo = 0;
  let hi = a.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (a[mid]! < v) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo;
}

/** First index with a[i] > v. */
export function upperBound(a: ArrayLike<number>, v: number): number {
  let lo = 0;
  let hi = a.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (a[mid]! <= v) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo;
}
