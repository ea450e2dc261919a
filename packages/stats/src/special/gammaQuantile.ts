import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import gammaln from '@stdlib/math-base-special-gammaln';
import { gammaCdf } from './gammaCdf';

const STEPS = 60;

/**
 * x with P(X ≤ x) = p for X ~ Gamma(shape, 1). stdlib's gammaincinv (Gil, Segura & Temme 2012) loses its digits at shapes
 * above a thousand, so it only begins: Newton steps on the logarithm of the smaller tail, in ln x, end it.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(shape > 0) || !(p >= 0 && p <= 1)) {
    return NaN;
  }
  if (p === 0 || p === 1) {
    return p === 0 ? 0 : Infinity;
  }
  const upper = p > 0.5;
  const want = Math.log(upper ? 1 - p : p);
  const logGamma = gammaln(shape);
  const first = gammaincinv(p, shape);
  let u = first > 0 && first < Infinity ? Math.log(first) : Math.log(shape);
  let low = -Infinity;
  let high = Infinity;
  for (let step = 0; step < STEPS; step++) {
    const x = Math.exp(u);
    const tail = gammaCdf(x, shape, upper);
    const away = (upper ? -1 : 1) * (Math.log(tail) - want);
    if (away > 0) {
      high = u;
    } else {
      low = u;
    }
    let next = u - (away * tail) / Math.exp(shape * u - x - logGamma);
    if (!(next > low && next < high)) {
      next = low === -Infinity ? high - 1 : high === Infinity ? low + 1 : 0.5 * (low + high);
    }
    const moved = Math.abs(next - u);
    u = next;
    if (moved <= 4e-16 * Math.max(1, Math.abs(u))) {
      break;
    }
  }
  return Math.exp(u);
}
