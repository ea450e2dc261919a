import { gammaQuantile } from './gammaQuantile';

/** x with P(χ²(df) ≤ x) = p, or P(χ²(df) > x) = p with `upper`. */
export function chiSquareQuantile(p: number, df: number, upper = false): number {
  return 2 * gammaQuantile(p, df / 2, upper);
}
