import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

const SQRT2 = Math.SQRT2;
const INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution at z. */
export function normalPdf(z: number): number {
  return INV_SQRT_2PI * Math.exp(-0.5 * z * z);
}

/**
 * P(Z ≤ z) = ½ erfc(−z/√2) for standard normal Z. Through erfc the lower tail keeps its relative accuracy
 * (Abramowitz & Stegun 26.2.29); erfc is stdlib's port of FreeBSD msun, below 1 ulp, checked in the corpus.
 */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z / SQRT2);
}

/** P(Z > z), accurate in the upper tail. */
export function normalSf(z: number): number {
  return 0.5 * erfc(z / SQRT2);
}

/** ln P(Z > z), also where the probability itself is too small for a number (Abramowitz & Stegun 26.2.12). */
export function logNormalSf(z: number): number {
  if (z < 30) {
    return Math.log(normalSf(z));
  }
  const y = 1 / (z * z);
  return Math.log(INV_SQRT_2PI / z) - 0.5 * z * z + Math.log1p(-y * (1 - y * (3 - 15 * y)));
}

/** z with P(Z ≤ z) = p; −∞ and +∞ at the ends, NaN outside [0, 1]. */
export function normalQuantile(p: number): number {
  return p > 0.5 ? SQRT2 * erfcinv(2 * (1 - p)) : -SQRT2 * erfcinv(2 * p);
}
