import beta from '@stdlib/math-base-special-beta';

const known = new Map<number, number>();

/**
 * c₄(n) = √(2/(n−1)) · Γ(n/2) / Γ((n−1)/2): the mean of s/σ for a normal sample of n (n ≥ 2, else NaN).
 * Montgomery, Introduction to Statistical Quality Control, 7th ed., eq. 6.24 and Appendix VI.
 * The ratio is √π/B((n−1)/2, ½): one function, so that it does not lose digits at large n. Whole n are kept.
 */
export function c4(n: number): number {
  if (!(n >= 2)) {
    return NaN;
  }
  let c = known.get(n);
  if (c === undefined) {
    c = Math.sqrt((2 * Math.PI) / (n - 1)) / beta((n - 1) / 2, 0.5);
    if (Number.isInteger(n)) {
      known.set(n, c);
    }
  }
  return c;
}

/** c₅(n) = √(1 − c₄²): the standard deviation of s/σ. */
export function c5(n: number): number {
  const mean = c4(n);
  return Math.sqrt(1 - mean * mean);
}
