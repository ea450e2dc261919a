import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf, normalSf } from '../special/normal';
import { meanSteps } from './meanSteps';

/** Mean run length of the upper CUSUM for start values 0 and `start`, both in σ. */
function oneSided(k: number, h: number, shift: number, start: number): [zero: number, head: number] {
  const n = Math.min(300, Math.max(50, Math.ceil(10 * h)));
  const { nodes, weights } = gaussLegendre(n);
  const size = n + 1;
  const matrix = new Float64Array(size * size);
  const exit = new Float64Array(size);
  const at = (i: number): number => (i === 0 ? 0 : (h / 2) * (1 + nodes[i - 1]!));
  const kernel = (from: number, j: number): number =>
    j === 0 ? normalCdf(k - from - shift) : (h / 2) * weights[j - 1]! * normalPdf(at(j) + k - from - shift);
  for (let i = 0; i < size; i++) {
    exit[i] = normalSf(h + k - at(i) - shift);
    for (let j = 0; j < size; j++) {
      matrix[i * size + j] = kernel(at(i), j);
    }
  }
  const a = meanSteps(matrix, exit);
  return [a[0]!, a.reduce((sum, steps, j) => sum + kernel(start, j) * steps, 1)];
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
  // By shares, because the products of long run lengths pass the range of numbers before the lengths do.
  return (upHead - up) / (1 + up / down) + downHead / (1 + down / up);
}
