import { medianInPlace } from '../charts/medianInPlace';

export interface MedianOutliers {
  median: number;
  /** Median absolute deviation, not scaled. */
  mad: number;
  /** 0.6745 (x − median)/MAD of each value, NaN where missing. */
  scores: Float64Array;
  /** Places with |score| > limit. */
  outliers: number[];
}

/**
 * Modified z-scores (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993, p. 11; NIST e-Handbook 1.3.5.17): limit
 * 3.5. Where more than half of the values agree the MAD is 0 and every other value is an outlier. null when empty.
 */
export function medianOutliers(values: Float64Array, limit = 3.5): MedianOutliers | null {
  const present = values.filter((x) => x === x);
  if (present.length === 0) {
    return null;
  }
  const median = medianInPlace(present);
  const mad = medianInPlace(present.map((x) => Math.abs(x - median)));
  const scores = values.map((x) => (x === median ? 0 : (0.6745 * (x - median)) / mad));
  const outliers: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    if (Math.abs(scores[i]!) > limit) {
      outliers.push(i);
    }
  }
  return { median, mad, scores, outliers };
}
