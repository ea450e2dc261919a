import gammaln from '@stdlib/math-base-special-gammaln';

/** From here on the asymptotic series hold to the last digit. */
const LARGE = 20;

/**
 * ψ(k) − ln k by its series for large k (NIST DLMF 5.11.2), where the difference of the two would lose its digits, after as
 * many steps of ψ(k + 1) = ψ(k) + 1/k as that takes.
 */
export function digammaLessLog(k: number): number {
  let moved = k;
  let steps = 0;
  for (; moved < LARGE; moved++) {
    steps += 1 / moved;
  }
  const y = 1 / (moved * moved);
  const series = -1 / (2 * moved) - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y / 132))));
  return series + Math.log(moved / k) - steps;
}

/** k ln k − k − ln Γ(k), by Stirling's series (NIST DLMF 5.11.1) for large k, where its terms would cancel. */
export function stirlingRest(k: number): number {
  if (k < LARGE) {
    return k * Math.log(k) - k - gammaln(k);
  }
  const y = 1 / (k * k);
  return 0.5 * Math.log(k / (2 * Math.PI)) - (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y / 1680))) / k;
}

/** d − ln(1 + d) for d > −1, without cancellation; `ratio` is 1 + d where that is known with more digits. */
export function lessLog1p(d: number, ratio = 1 + d): number {
  if (Math.abs(d) > 0.1) {
    return d - Math.log(ratio);
  }
  let sum = 0;
  for (let j = 18; j >= 2; j--) {
    sum = 1 / j - d * sum;
  }
  return d * d * sum;
}
