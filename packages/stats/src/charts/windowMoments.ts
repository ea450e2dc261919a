import { type ChartData } from './types';

/** Sums of one window, an entry a stream; used again for every window. */
export interface WindowMoments {
  n: Int32Array;
  mean: Float64Array;
  /** Sum of squared deviations from the mean. */
  ss: Float64Array;
  /** Sum of deviations from the mean before it was corrected: what rounding left. */
  rest: Float64Array;
}

/** n, mean and sum of squares of each stream's values [from, to), in two passes. */
export function windowMoments({ values, groups }: ChartData, from: number, to: number, into: WindowMoments): void {
  const { n, mean, ss, rest } = into;
  n.fill(0);
  mean.fill(0);
  ss.fill(0);
  rest.fill(0);
  for (let i = from; i < to; i++) {
    const x = values[i]!;
    if (x === x) {
      const stream = groups === undefined ? 0 : groups[i]!;
      mean[stream]! += x;
      n[stream]!++;
    }
  }
  for (let s = 0; s < n.length; s++) {
    mean[s]! /= n[s]!;
  }
  for (let i = from; i < to; i++) {
    const x = values[i]!;
    if (x === x) {
      const stream = groups === undefined ? 0 : groups[i]!;
      const d = x - mean[stream]!;
      ss[stream]! += d * d;
      rest[stream]! += d;
    }
  }
  for (let s = 0; s < n.length; s++) {
    // What rounding left of the mean: equal values must not differ from their sisters.
    mean[s]! += rest[s]! / n[s]!;
    ss[s] = Math.max(0, ss[s]! - (rest[s]! * rest[s]!) / n[s]!);
  }
}
