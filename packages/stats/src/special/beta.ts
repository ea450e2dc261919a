import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/** P(X ≤ x) for X ~ Beta(a, b); `upper` asks for P(X > x). stdlib's port of Boost's incomplete beta. */
export function betaCdf(x: number, a: number, b: number, upper = false): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) {
    return NaN;
  }
  return betainc(Math.min(1, Math.max(0, x)), a, b, true, upper);
}

/** x with P(X ≤ x) = p (or P(X > x) = p with `upper`). */
export function betaQuantile(p: number, a: number, b: number, upper = false): number {
  if (!(a > 0 && b > 0) || !(p >= 0 && p <= 1)) {
    return NaN;
  }
  return betaincinv(p, a, b, upper);
}
