import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf } from '../special/normal';
import { solve } from './solve';

/** Mean run length of the upper CUSUM for start values 0 and `start`, both in σ. */
function oneSided(k: number, h: number, shift: number, start: number): [zero: number, head: number] {
  const n = Math.min(300, Math.max(50, Math.ceil(10 * h)));
  const { nodes, weights } = gaussLegendre(n);
  const size = n + 1;
  const matrix = new Float64Array(size * size);
  const at = (i: number): number => (i === 0 ? 0 : (h / 2) * (1 + nodes[i - 1]!));
  for (let i = 0; i < size; i++) {
    const u = at(i);
    matrix[i * size] = (i === 0 ? 1 : 0) - normalCdf(k - u - shift);
    for (let j = 1; j < size; j++) {
      const kernel = (h / 2) * weights[j - 1]! * normalPdf(at(j) + k - u - shift);
      matrix[i * size + j] = (i === j ? 1 : 0) - kernel;
    }
  }
  const a = solve(matrix, new Float64Array(size).fill(1));
  let head = 1 + a[0]! * normalCdf(k - start - shift);
  for (let j = 1; j < size; j++) {
    head += (h / 2) * weights[j - 1]! * a[j]! * normalPdf(at(j) + k - start - shift);
  }
  return [a[0]!, head];
}

/**
 * Mean run length of the two-sided tabular CUSUM (k, h in σ) at a shift of δσ. One side by the integral equation
 * A(u) = 1 + A(0)Φ(k − u − δ) + ∫₀ʰ A(y) φ(y + k − u − δ) dy (Page 1954), Gauss–Legendre; both sides by Lucas & Crosier
 * 1982, Technometrics 24, 199–205 (with head start f: their eq. for FIR). k 0.5, h 5: 465; h 4: 168. They hold where one
 * side is empty when the other signals, i.e. for 2fh ≤ h + 2k; else null.
 */
export function cusumArl(k: number, h: number, shift = 0, headStart = 0): number | null {
  if (2 * headStart * h > h + 2 * k) {
    return null;
  }
  const [up, upHead] = oneSided(k, h, shift, headStart * h);
  const [down, downHead] = shift === 0 ? [up, upHead] : oneSided(k, h, -shift, headStart * h);
  return (upHead * down + downHead * up - up * down) / (up + down);
}
