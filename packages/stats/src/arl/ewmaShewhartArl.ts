import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf, normalSf } from '../special/normal';
import { meanSteps } from './meanSteps';

const NODES = 12;

/**
 * Borders of the panels that A is a polynomial on. A has a kink where a Shewhart limit carries the EWMA just to its own
 * limit, and a weaker one where it carries it to such a kink; the next ones are below rounding. No panel is longer than 2λ.
 */
function panelBorders(lambda: number, reach: number, shewhart: number): number[] {
  const kinks = [-reach, reach];
  let from = [...kinks];
  for (let level = 0; level < 2; level++) {
    from = from
      .flatMap((y) => [y - lambda * shewhart, y + lambda * shewhart])
      .map((y) => y / (1 - lambda))
      .filter((u) => Math.abs(u) < reach);
    kinks.push(...from);
  }
  kinks.sort((a, b) => a - b);
  const borders = [-reach];
  for (const kink of kinks) {
    const last = borders[borders.length - 1]!;
    const length = kink - last;
    const parts = length > 1e-12 * reach ? Math.ceil(length / (2 * lambda)) : 0;
    for (let k = 1; k <= parts; k++) {
      borders.push(k === parts ? kink : last + (length * k) / parts);
    }
  }
  return borders;
}

/**
 * Mean run length of an EWMA (λ, L, asymptotic limits, from the centre) together with a Shewhart limit, δ = shift in σ: the
 * integral equation of Crowder 1987 (Technometrics 29, 401–407) over the points that the Shewhart limit lets pass, A(u) = 1 +
 * (1/λ) ∫ A(y) φ((y − (1 − λ)u)/λ − δ) dy, by collocation on panels between its kinks (Lucas & Saccucci 1990, §5, give the
 * combination). λ 0.2, L 2.962 and 3σ give 232.99.
 */
export function ewmaShewhartArl(lambda: number, width: number, shewhart: number, shift = 0): number {
  if (lambda === 1) {
    const nearer = Math.min(width, shewhart);
    return 1 / (normalSf(nearer - shift) + normalCdf(-nearer - shift));
  }
  const reach = width * Math.sqrt(lambda / (2 - lambda));
  const borders = panelBorders(lambda, reach, shewhart);
  const { nodes, weights } = gaussLegendre(NODES);
  const barycentric = nodes.map((x, i) => (i % 2 ? -1 : 1) * Math.sqrt((1 - x * x) * weights[i]!));
  const n = NODES * (borders.length - 1);
  /** Weights of A at all nodes in the integral from u. */
  const kernel = (u: number, row: Float64Array): void => {
    const from = (1 - lambda) * u;
    for (let panel = 0; panel + 1 < borders.length; panel++) {
      const left = borders[panel]!;
      const right = borders[panel + 1]!;
      const low = Math.max(left, from - lambda * shewhart);
      const high = Math.min(right, from + lambda * shewhart);
      if (!(high > low)) {
        continue;
      }
      const half = (high - low) / 2;
      for (let i = 0; i < NODES; i++) {
        const y = low + half * (1 + nodes[i]!);
        const weight = ((half * weights[i]!) / lambda) * normalPdf((y - from) / lambda - shift);
        if (low === left && high === right) {
          row[panel * NODES + i]! += weight;
        } else {
          spread(row, panel * NODES, (2 * y - left - right) / (right - left), weight);
        }
      }
    }
  };
  /** Adds a weight at t of [−1, 1] to the nodes of a panel, by barycentric interpolation. */
  const spread = (row: Float64Array, at: number, t: number, weight: number): void => {
    let total = 0;
    for (let j = 0; j < NODES; j++) {
      total += barycentric[j]! / (t - nodes[j]! || 1e-300);
    }
    for (let j = 0; j < NODES; j++) {
      row[at + j]! += (weight * barycentric[j]!) / (t - nodes[j]! || 1e-300) / total;
    }
  };
  const matrix = new Float64Array(n * n);
  const exit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const left = borders[Math.floor(i / NODES)]!;
    const right = borders[Math.floor(i / NODES) + 1]!;
    const u = (left + right) / 2 + ((right - left) / 2) * nodes[i % NODES]!;
    const above = Math.min(shewhart, (reach - (1 - lambda) * u) / lambda);
    const below = Math.max(-shewhart, (-reach - (1 - lambda) * u) / lambda);
    exit[i] = normalSf(above - shift) + normalCdf(below - shift);
    kernel(u, matrix.subarray(i * n, (i + 1) * n));
  }
  const a = meanSteps(matrix, exit);
  const start = new Float64Array(n);
  kernel(0, start);
  return start.reduce((arl, weight, j) => arl + weight * a[j]!, 1);
}
