import { momentsOf } from '../charts/moments';
import { tQuantile, tSf } from '../special/studentT';

export interface GrubbsTest {
  n: number;
  /** Place of the most extreme value. */
  index: number;
  g: number;
  /** Two-sided critical value at `alpha`. */
  critical: number;
  /** Bonferroni bound of the two-sided p, exact for large g. */
  p: number;
  outlier: boolean;
}

/**
 * Grubbs' test for one outlier, two-sided: G = max|x − x̄|/s against (n − 1)/√n·√(t²/(n − 2 + t²)), t at α/(2n), n − 2 degrees
 * of freedom (Grubbs 1969, Technometrics 11, 1–21; NIST e-Handbook 1.3.5.17.1). null below 3 values or without spread.
 */
export function grubbs(values: Float64Array, alpha = 0.05): GrubbsTest | null {
  const { n, mean, ss } = momentsOf(values);
  if (n < 3 || !(ss > 0)) {
    return null;
  }
  const s = Math.sqrt(ss / (n - 1));
  let index = -1;
  let far = -1;
  for (let i = 0; i < values.length; i++) {
    const d = Math.abs(values[i]! - mean);
    if (d > far) {
      far = d;
      index = i;
    }
  }
  const g = far / s;
  const t = tQuantile(1 - alpha / (2 * n), n - 2);
  const critical = ((n - 1) / Math.sqrt(n)) * Math.sqrt((t * t) / (n - 2 + t * t));
  const inverse = (n * (n - 2) * g * g) / ((n - 1) * (n - 1) - n * g * g);
  const p = inverse > 0 ? Math.min(1, 2 * n * tSf(Math.sqrt(inverse), n - 2)) : 0;
  return { n, index, g, critical, p, outlier: g > critical };
}
