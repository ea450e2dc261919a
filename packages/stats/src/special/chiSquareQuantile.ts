import gammaincinv from '@stdlib/math-base-special-gammaincinv';

/** x with P(χ²(df) ≤ x) = p; gammaincinv is stdlib's port of Gil, Segura & Temme (2012), checked in the corpus. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) {
    return NaN;
  }
  return 2 * gammaincinv(p, df / 2);
}
