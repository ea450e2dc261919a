import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf, normalSf } from '../special/normal';
import { meanSteps } from './meanSteps';

/**
 * Mean run length of a two-sided EWMA with limits ± L·σ√(λ/(2 − λ)), starting at the centre: the integral equation
 * A(u) = 1 + (1/λ) ∫ A(y) φ((y − (1 − λ)u)/λ − δ) dy by Gauss–Legendre (Crowder 1987, Technometrics 29, 401–407).
 * `shift` δ in σ. Agrees with Lucas & Saccucci 1990, table 3.
 */
export function ewmaArl(lambda: number, width: number, shift = 0): number {
  if (lambda === 1) {
    return 1 / (normalSf(width - shift) + normalCdf(-width - shift));
  }
  const reach = width * Math.sqrt(lambda / (2 - lambda));
  // Small λ makes the kernel narrow: nodes in proportion.
  const n = Math.min(400, Math.max(60, Math.ceil((12 * reach) / lambda)));
  const { nodes, weights } = gaussLegendre(n);
  const kernel = (from: number, j: number): number =>
    ((weights[j]! * reach) / lambda) * normalPdf((reach * nodes[j]! - (1 - lambda) * from) / lambda - shift);
  const matrix = new Float64Array(n * n);
  const exit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const from = reach * nodes[i]!;
    exit[i] =
      normalSf((reach - (1 - lambda) * from) / lambda - shift) +
      normalCdf((-reach - (1 - lambda) * from) / lambda - shift);
    for (let j = 0; j < n; j++) {
      matrix[i * n + j] = kernel(from, j);
    }
  }
  return meanSteps(matrix, exit).reduce((arl, steps, j) => arl + kernel(0, j) * steps, 1);
}
