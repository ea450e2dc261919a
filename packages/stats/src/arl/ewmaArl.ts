import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf, normalSf } from '../special/normal';
import { solve } from './solve';

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
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const x = (reach * nodes[j]! - (1 - lambda) * reach * nodes[i]!) / lambda - shift;
      matrix[i * n + j] = (i === j ? 1 : 0) - ((weights[j]! * reach) / lambda) * normalPdf(x);
    }
  }
  const a = solve(matrix, new Float64Array(n).fill(1));
  let arl = 1;
  for (let j = 0; j < n; j++) {
    arl += ((weights[j]! * reach) / lambda) * a[j]! * normalPdf((reach * nodes[j]!) / lambda - shift);
  }
  return arl;
}
