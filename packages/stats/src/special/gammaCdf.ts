import gammainc from '@stdlib/math-base-special-gammainc';
import { lessLog1p } from './gammaSeries';
import { gammaUniform } from './gammaUniform';

/** From here on stdlib's gammainc loses all digits but one or two around its mean; below it holds twelve. */
export const LARGE_SHAPE = 200;

/** Nearer to a than this share of it the uniform expansion holds to the last digits; beyond, series and fraction are short. */
const NEAR = 0.3;

/** x^a e⁻ˣ/Γ(a + 1) for large a, by Stirling's series (NIST DLMF 5.11.1) around x = a, so that nothing overflows. */
export function gammaTerm(mu: number, a: number): number {
  const y = 1 / (a * a);
  const stirling = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y / 1680))) / a;
  return Math.exp(-a * lessLog1p(mu) - stirling) / Math.sqrt(2 * Math.PI * a);
}

/** P(a, x) by its power series (DLMF 8.11.4): all terms positive. */
function series(x: number, a: number): number {
  let each = 1;
  let sum = 1;
  for (let n = 1; each > 1e-17 * sum; n++) {
    each *= x / (a + n);
    sum += each;
  }
  return sum * gammaTerm((x - a) / a, a);
}

/** Q(a, x) by its continued fraction (DLMF 8.9.2), Lentz's method. */
function fraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1e7; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) <= 3e-16) {
      break;
    }
  }
  return h * a * gammaTerm((x - a) / a, a);
}

/** P(X ≤ x) for X ~ Gamma(shape, 1), or P(X > x) with `upper`; x ≥ 0. Each keeps its digits in its own tail. */
export function gammaCdf(x: number, shape: number, upper = false): number {
  if (!(shape > 0) || shape === Infinity || Number.isNaN(x)) {
    return NaN;
  }
  if (shape < LARGE_SHAPE || !(x > 0) || x === Infinity) {
    return x === Infinity ? (upper ? 0 : 1) : gammainc(x, shape, true, upper);
  }
  const mu = (x - shape) / shape;
  if (Math.abs(mu) < NEAR) {
    return gammaUniform(mu, shape, upper);
  }
  if (x < shape) {
    const lower = series(x, shape);
    return upper ? 1 - lower : lower;
  }
  const beyond = fraction(x, shape);
  return upper ? beyond : 1 - beyond;
}

/** The same at x = shape·ratio, ratio = 1 + mu: where x and shape agree in most of their digits, `mu` still has its own. */
export function gammaCdfAt(mu: number, ratio: number, shape: number, upper = false): number {
  return shape >= LARGE_SHAPE && Math.abs(mu) < NEAR
    ? gammaUniform(mu, shape, upper)
    : gammaCdf(shape * ratio, shape, upper);
}
