import { betaCdf, betaQuantile } from './beta';

/** P(F ≤ f) with d1 and d2 degrees of freedom (`upper`: P(F > f)); F = (d2/d1)·B/(1 − B), B ~ Beta(d1/2, d2/2). */
export function fCdf(f: number, d1: number, d2: number, upper = false): number {
  if (!(f > 0)) {
    return Number.isNaN(f) ? NaN : upper ? 1 : 0;
  }
  // The smaller of the two arguments keeps the digits of the tail.
  return f === Infinity ? (upper ? 0 : 1) : betaCdf(d2 / (d2 + d1 * f), d2 / 2, d1 / 2, !upper);
}

/** f with P(F ≤ f) = p (or P(F > f) = p with `upper`). */
export function fQuantile(p: number, d1: number, d2: number, upper = false): number {
  const b = betaQuantile(p, d2 / 2, d1 / 2, !upper);
  // 1 − b of a b near 1 has lost its digits; asked for itself it has them.
  const rest = b < 0.5 ? 1 - b : betaQuantile(p, d1 / 2, d2 / 2, upper);
  return (d2 * rest) / (d1 * b);
}
