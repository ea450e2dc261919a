import { betaCdf } from '../special/beta';
import { gammaCdf } from '../special/gammaCdf';

/** Binomial counts of `size` units at a share, or Poisson counts of `size` units at a rate. */
export interface CountLaw {
  law: 'binomial' | 'poisson';
  rate: number;
  size: number;
}

/**
 * The counts inside exact limits: from the least k with P(X ≤ k) ≥ tail to the greatest with P(X ≥ k) ≥ tail, so that a count beyond either has
 * less than that probability. P(X ≥ k) is I_p(k, n − k + 1) of the binomial, P(k, np) of the Poisson law (NIST DLMF 8.17.5, 8.4.10).
 *
 * @param tail probability on either side, below 0.5
 */
export function exactCounts(of: CountLaw, tail: number): { least: number; greatest: number } {
  const { law, rate, size } = of;
  const most = law === 'binomial' ? Math.floor(size) : Infinity;
  const atLeast = (k: number): number =>
    k <= 0 ? 1 : k > most ? 0 : law === 'binomial' ? betaCdf(rate, k, size - k + 1) : gammaCdf(rate * size, k);
  const atMost = (k: number): number =>
    k < 0
      ? 0
      : k >= most
        ? 1
        : law === 'binomial'
          ? betaCdf(rate, k + 1, size - k, true)
          : gammaCdf(rate * size, k + 1, true);
  return {
    least: first((k) => atMost(k) >= tail),
    greatest: first((k) => atLeast(k + 1) < tail),
  };
}

/** The first whole number from 0 on of which something is true, and of all after it. */
function first(holds: (k: number) => boolean): number {
  if (holds(0)) {
    return 0;
  }
  let [low, high] = [0, 1];
  while (!holds(high)) {
    [low, high] = [high, 2 * high];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    [low, high] = holds(middle) ? [low, middle] : [middle, high];
  }
  return high;
}
