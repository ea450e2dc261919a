import gammaln from '@stdlib/math-base-special-gammaln';
import { gammaCdfAt, gammaTerm, LARGE_SHAPE } from './gammaCdf';
import { normalQuantile } from './normal';

const STEPS = 60;
/** ln of the least positive number. */
const LEAST = -745;

/**
 * Where the search begins, as ln(x/shape): Wilson & Hilferty's cube (1931, PNAS 17, 684–688), or where that says little the
 * first term of the series, P = x^a/Γ(a + 1).
 */
function begin(p: number, shape: number): number {
  const root = normalQuantile(p) / (3 * Math.sqrt(shape)) - 1 / (9 * shape);
  if (root > -0.8) {
    return 3 * Math.log1p(root);
  }
  return Math.max(LEAST, (Math.log(p) + gammaln(shape + 1)) / shape) - Math.log(shape);
}

/**
 * ln(x/shape) with P(X ≤ x) = p for X ~ Gamma(shape, 1), or P(X > x) = p with `upperTail`: Newton steps on the logarithm of the
 * smaller tail. stdlib's gammaincinv would need the same steps, for it loses its digits at shapes above a thousand, and weighs
 * 15 kB in a panel.
 */
export function gammaLogQuantile(p: number, shape: number, upperTail = false): number {
  if (!(shape > 0) || shape === Infinity || !(p >= 0 && p <= 1)) {
    return NaN;
  }
  if (p === 0 || p === 1) {
    return (p === 0) === upperTail ? Infinity : -Infinity;
  }
  // The smaller of the two tails keeps its digits.
  const upper = upperTail === p <= 0.5;
  const want = Math.log(Math.min(p, 1 - p));
  const logGamma = gammaln(shape);
  const slope = (u: number): number =>
    shape < LARGE_SHAPE
      ? Math.exp(shape * (u + Math.log(shape)) - shape * Math.exp(u) - logGamma)
      : shape * gammaTerm(Math.expm1(u), shape);
  const fine = 4e-16 * Math.min(1, 1 / Math.sqrt(shape));
  let u = begin(upperTail ? Math.min(1 - p, 1 - Number.EPSILON / 2) : p, shape);
  let low = -Infinity;
  let high = Infinity;
  for (let step = 0; step < STEPS; step++) {
    const tail = gammaCdfAt(Math.expm1(u), Math.exp(u), shape, upper);
    const away = (upper ? -1 : 1) * (Math.log(tail) - want);
    if (away > 0) {
      high = u;
    } else {
      low = u;
    }
    let next = u - (away * tail) / slope(u);
    if (!(next > low && next < high)) {
      next = low === -Infinity ? high - 1 : high === Infinity ? low + 1 : 0.5 * (low + high);
    }
    const moved = Math.abs(next - u);
    u = next;
    if (moved <= Math.max(fine, 4e-16 * Math.abs(u))) {
      break;
    }
  }
  return u;
}

/** x with P(X ≤ x) = p for X ~ Gamma(shape, 1), or P(X > x) = p with `upperTail`. */
export function gammaQuantile(p: number, shape: number, upperTail = false): number {
  return shape * Math.exp(gammaLogQuantile(p, shape, upperTail));
}
