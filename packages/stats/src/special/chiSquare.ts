import { gammaCdf } from './gammaCdf';

/** P(χ² ≤ x) with df degrees of freedom (`upper`: P(χ² > x)). */
export function chiSquareCdf(x: number, df: number, upper = false): number {
  if (!(df > 0) || Number.isNaN(x)) {
    return NaN;
  }
  return x <= 0 ? (upper ? 1 : 0) : x === Infinity ? (upper ? 0 : 1) : gammaCdf(x / 2, df / 2, upper);
}
