import { gammaQuantile } from './gammaQuantile';

/** x with P(χ²(df) ≤ x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}
