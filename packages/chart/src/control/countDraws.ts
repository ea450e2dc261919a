import { type Random } from '@cellthread/stats';

/** What is left of a law where its table ends. */
const forgotten = 1e-12;

/**
 * Draws binomial counts of so many units at a share, or Poisson counts at a mean (`size` null), by inversion: the law is added up once, in
 * logarithms, so that no term is lost.
 */
export function countDraws(uniform: Random, size: number | null, rate: number): () => number {
  const law: number[] = [];
  let log = size === null ? -rate : size * Math.log1p(-rate);
  let sum = 0;
  for (let k = 0; (size === null || k <= size) && (sum < 1 - forgotten || k <= (size ?? 1) * rate); k++) {
    sum += Math.exp(log);
    law.push(sum);
    log += size === null ? Math.log(rate / (k + 1)) : Math.log(((size - k) / (k + 1)) * (rate / (1 - rate)));
  }
  return () => {
    const u = uniform();
    let [low, high] = [-1, law.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      [low, high] = law[middle]! > u ? [low, middle] : [middle, high];
    }
    return Math.max(0, high);
  };
}
