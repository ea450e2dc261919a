import { type FittedDistribution } from './types';

export interface ProbabilityPlot {
  /** Sorted values. */
  x: Float64Array;
  /** Plotting positions (i − 0.3)/(n + 0.4), Benard's median ranks. */
  p: Float64Array;
  /** Quantiles of the fitted distribution at p: the points lie on x = q where it fits. */
  q: Float64Array;
}

/** Coordinates of a probability plot of sorted values (Benard & Bos-Levenbach 1953; Minitab's default). */
export function probabilityPlot(sorted: Float64Array, fitted: FittedDistribution): ProbabilityPlot {
  const n = sorted.length;
  const p = new Float64Array(n);
  const q = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    p[i] = (i + 0.7) / (n + 0.4);
    q[i] = fitted.quantile(p[i]!);
  }
  return { x: sorted, p, q };
}
