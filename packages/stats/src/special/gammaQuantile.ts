import gammaln from '@stdlib/math-base-special-gammaln';
import { gammaCdf } from './gammaCdf';
import { normalQuantile } from './normal';

const STEPS = 60;
/** ln of the least positive number. */
const LEAST = -745;

/**
 * Where the search begins, as ln x: Wilson & Hilferty's cube (1931, PNAS 17, 684–688), or where that says little the first
 * term of the series, P = x^a/Γ(a + 1).
 */
function begin(p: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (root > 0.2) {
    return Math.log(shape) + 3 * Math.log(root);
  }
  return Math.max(LEAST, (Math.log(p) + gammaln(shape + 1)) / shape);
}

/**
 * x with P(X ≤ x) = p for X ~ Gamma(shape, 1), or P(X > x) = p with `upperTail`: Newton steps on the logarithm of the smaller tail, in ln x. stdlib's
 * gammaincinv would need the same steps, for it loses its digits at shapes above a thousand, and weighs 15 kB in a panel.
 */
export function gammaQuantile(p: number, shape: number, upperTail = false): number {
  if (!(shape > 0) || !(p >= 0 && p <= 1)) {
    return NaN;
  }
  if (p === 0 || p === 1) {
    return (p === 0) === upperTail ? Infinity : 0;
  }
  // The smaller of the two tails keeps its digits.
  const upper = upperTail === p <= 0.5;
  const want = Math.log(Math.min(p, 1 - p));
  const logGamma = gammaln(shape);
  let u = begin(upperTail ? Math.min(1 - p, 1 - Number.EPSILON / 2) : p, shape);
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
