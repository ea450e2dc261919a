import { medianInPlace } from './medianInPlace';
import { type ChartData } from './types';

/** Windows of parallel streams; the inner arrays have one entry a window. */
export interface SisterWindows {
  count: number;
  streams: number;
  n: Int32Array[];
  mean: Float64Array[];
  sd: Float64Array[];
  /** Mean minus the median of the sisters' means; NaN below minN values or without a sister. */
  difference: Float64Array[];
  /** Median of all streams' means. */
  common: Float64Array;
}

/** Gathers values to window × stream, in two passes over the values. */
export function sisterWindows(data: ChartData, minN: number, atLeast = 0): SisterWindows {
  const { values, groups } = data;
  const starts = data.starts ?? new Int32Array([0]);
  const count = starts.length;
  let streams = atLeast;
  for (let i = 0; i < values.length; i++) {
    streams = Math.max(streams, (groups?.[i] ?? 0) + 1);
  }
  const blank = (): Float64Array[] => Array.from({ length: streams }, () => new Float64Array(count).fill(NaN));
  const n = Array.from({ length: streams }, () => new Int32Array(count));
  const mean = blank();
  const sd = blank();
  const difference = blank();
  const common = new Float64Array(count).fill(NaN);
  const sum = new Float64Array(streams);
  const squares = new Float64Array(streams);
  const rest = new Float64Array(streams);
  const sisters = new Float64Array(streams);
  for (let w = 0; w < count; w++) {
    const to = starts[w + 1] ?? values.length;
    sum.fill(0);
    squares.fill(0);
    rest.fill(0);
    for (let i = starts[w]!; i < to; i++) {
      if (values[i] === values[i]) {
        sum[groups?.[i] ?? 0]! += values[i]!;
        n[groups?.[i] ?? 0]![w]!++;
      }
    }
    for (let s = 0; s < streams; s++) {
      mean[s]![w] = sum[s]! / n[s]![w]!;
    }
    for (let i = starts[w]!; i < to; i++) {
      if (values[i] === values[i]) {
        const d = values[i]! - mean[groups?.[i] ?? 0]![w]!;
        squares[groups?.[i] ?? 0]! += d * d;
        rest[groups?.[i] ?? 0]! += d;
      }
    }
    let judged = 0;
    for (let s = 0; s < streams; s++) {
      // What rounding left of the mean: equal values must not differ from their sisters.
      mean[s]![w]! += rest[s]! / n[s]![w]!;
      squares[s] = Math.max(0, squares[s]! - (rest[s]! * rest[s]!) / n[s]![w]!);
      sd[s]![w] = n[s]![w]! > 1 ? Math.sqrt(squares[s]! / (n[s]![w]! - 1)) : NaN;
      if (n[s]![w]! >= minN) {
        sisters[judged++] = mean[s]![w]!;
      }
    }
    common[w] = judged > 0 ? medianInPlace(sisters.slice(0, judged)) : NaN;
    for (let s = 0; s < streams; s++) {
      let others = 0;
      for (let r = 0; r < streams; r++) {
        if (r !== s && n[r]![w]! >= minN) {
          sisters[others++] = mean[r]![w]!;
        }
      }
      if (others > 0 && n[s]![w]! >= minN) {
        difference[s]![w] = mean[s]![w]! - medianInPlace(sisters.subarray(0, others));
      }
    }
  }
  return { count, streams, n, mean, sd, difference, common };
}
