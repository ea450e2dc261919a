import { normalCdf } from '../special/normal';
import { solve } from './solve';

/** One Markov chain of 2m + 1 equal cells between the EWMA limits (Brook & Evans 1972, Biometrika 59, 539–549). */
function chain(lambda: number, width: number, shewhart: number, shift: number, m: number): number {
  const reach = width * Math.sqrt(lambda / (2 - lambda));
  const n = 2 * m + 1;
  const cell = (2 * reach) / n;
  const matrix = new Float64Array(n * n);
  const lowest = normalCdf(-shewhart - shift);
  const highest = normalCdf(shewhart - shift);
  for (let i = 0; i < n; i++) {
    const from = (1 - lambda) * (i - m) * cell;
    let below = NaN;
    for (let j = 0; j <= n; j++) {
      const border = ((j - m - 0.5) * cell - from) / lambda - shift;
      // A point beyond the Shewhart limit signals whatever the EWMA does.
      const upto = Math.min(highest, Math.max(lowest, normalCdf(border)));
      if (j > 0) {
        matrix[i * n + j - 1] = (i === j - 1 ? 1 : 0) - (upto - below);
      }
      below = upto;
    }
  }
  return solve(matrix, new Float64Array(n).fill(1))[m]!;
}

/**
 * Mean run length of an EWMA (λ, L, asymptotic limits) together with a Shewhart limit, δ = shift in σ. Two chains of
 * different fineness, extrapolated (error falls with the square of the cell). λ 0.2, L 2.962 and 3σ give 233.
 */
export function ewmaShewhartArl(lambda: number, width: number, shewhart: number, shift = 0): number {
  const coarse = Math.max(60, Math.ceil(4 / lambda));
  const fine = 2 * coarse;
  const a = chain(lambda, width, shewhart, shift, coarse);
  const b = chain(lambda, width, shewhart, shift, fine);
  const ratio = ((2 * coarse + 1) / (2 * fine + 1)) ** 2;
  return (b - ratio * a) / (1 - ratio);
}
