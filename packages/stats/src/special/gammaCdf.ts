import gammainc from '@stdlib/math-base-special-gammainc';

/** From here on stdlib's gammainc loses all digits but one or two around its mean; below it holds twelve. */
const LARGE = 200;

/** x^a e⁻ˣ/Γ(a + 1) for large a, by Stirling's series (NIST DLMF 5.11.1) around x = a, so that nothing overflows. */
function term(x: number, a: number): number {
  const mu = (x - a) / a;
  const y = 1 / (a * a);
  const stirling = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y / 1680))) / a;
  return Math.exp(a * (Math.log1p(mu) - mu) - stirling) / Math.sqrt(2 * Math.PI * a);
}

/** P(a, x) by its power series (DLMF 8.11.4): all terms positive. */
function series(x: number, a: number): number {
  let each = 1;
  let sum = 1;
  for (let n = 1; each > 1e-17 * sum; n++) {
    each *= x / (a + n);
    sum += each;
  }
  return sum * term(x, a);
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
  return h * a * term(x, a);
}

/** P(X ≤ x) for X ~ Gamma(shape, 1), or P(X > x) with `upper`; x ≥ 0. Each keeps its digits in its own tail. */
export function gammaCdf(x: number, shape: number, upper = false): number {
  if (shape < LARGE || !(x > 0) || x === Infinity) {
    return x === Infinity ? (upper ? 0 : 1) : gammainc(x, shape, true, upper);
  }
  if (x < shape + 1) {
    const lower = series(x, shape);
    return upper ? 1 - lower : lower;
  }
  const beyond = fraction(x, shape);
  return upper ? beyond : 1 - beyond;
}
