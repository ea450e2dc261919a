/** Mean of the usable values (not NaN, not masked), corrected once for rounding; null where there is none. */
export function meanOf(values: Float64Array, mask?: Uint8Array): number | null {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === x && !mask?.[i]) {
      sum += x;
      n++;
    }
  }
  if (n === 0) {
    return null;
  }
  const mean = sum / n;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === x && !mask?.[i]) {
      rest += x - mean;
    }
  }
  return mean + rest / n;
}

export interface Moments {
  n: number;
  mean: number;
  /** Sum of squared deviations from the mean, two-pass with Björck's correction. */
  ss: number;
}

/** n, mean and sum of squares of values[from, to) without NaN and masked ones; n = 0 gives NaN. */
export function momentsOf(values: Float64Array, mask?: Uint8Array, from = 0, to = values.length): Moments {
  let sum = 0;
  let n = 0;
  for (let i = from; i < to; i++) {
    const x = values[i]!;
    if (x === x && !mask?.[i]) {
      sum += x;
      n++;
    }
  }
  if (n === 0) {
    return { n: 0, mean: NaN, ss: NaN };
  }
  const rough = sum / n;
  let rest = 0;
  let ss = 0;
  for (let i = from; i < to; i++) {
    const x = values[i]!;
    if (x === x && !mask?.[i]) {
      const d = x - rough;
      rest += d;
      ss += d * d;
    }
  }
  return { n, mean: rough + rest / n, ss: Math.max(0, ss - (rest * rest) / n) };
}
