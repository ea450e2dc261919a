import { fCdf } from '../special/fDistribution';
import { groupMoments } from './groupMoments';

export interface WelchTest {
  f: number;
  df1: number;
  df2: number;
  p: number;
}

/**
 * Welch's test of equal means of k groups with unequal variances (Welch 1951, Biometrika 38, 330–336); for two groups F is
 * the square of Welch's t. Groups below two values or without spread are left out; null with fewer than two left.
 */
export function welch(values: Float64Array, groups: Int32Array, count: number): WelchTest | null {
  const { n, mean, ss } = groupMoments(values, groups, count);
  const weights = new Float64Array(count);
  let k = 0;
  let total = 0;
  let weighted = 0;
  for (let g = 0; g < count; g++) {
    if (n[g]! >= 2 && ss[g]! > 0) {
      weights[g] = (n[g]! * (n[g]! - 1)) / ss[g]!;
      total += weights[g]!;
      weighted += weights[g]! * mean[g]!;
      k++;
    }
  }
  if (k < 2) {
    return null;
  }
  const centre = weighted / total;
  let between = 0;
  let lambda = 0;
  for (let g = 0; g < count; g++) {
    if (weights[g]! > 0) {
      between += weights[g]! * (mean[g]! - centre) ** 2;
      lambda += (1 - weights[g]! / total) ** 2 / (n[g]! - 1);
    }
  }
  const f = between / (k - 1) / (1 + (2 * (k - 2) * lambda) / (k * k - 1));
  const df2 = (k * k - 1) / (3 * lambda);
  return { f, df1: k - 1, df2, p: fCdf(f, k - 1, df2, true) };
}
