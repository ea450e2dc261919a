import { emptyPart } from './emptyPart';
import { type PlottedStatistic } from './plottedStatistic';
import { type ChartData, type ChartOptions, type ChartPart } from './types';

/**
 * EWMA of a statistic: zᵢ = λxᵢ + (1 − λ)zᵢ₋₁ from z₀ = centre, σ²(zᵢ) = λ²σᵢ² + (1 − λ)²σ²(zᵢ₋₁), which for equal σ is
 * σ²·λ/(2 − λ)·(1 − (1 − λ)²ⁱ) (Lucas & Saccucci 1990, Technometrics 32, 1–12). A missing point leaves the memory as it
 * is; a break or an excluded point starts it anew. `steady` takes the limit i → ∞.
 */
export function ewmaPart(
  id: string,
  { x, sigma }: PlottedStatistic,
  centre: number,
  data: ChartData,
  options: ChartOptions,
  width: number
): ChartPart {
  const lambda = options.lambda ?? 0.2;
  const count = x.length;
  const part = emptyPart(id, 'location', count, false);
  let z = centre;
  let variance = 0;
  for (let i = 0; i < count; i++) {
    if (data.breaks?.[i] || data.excluded?.[i]) {
      z = centre;
      variance = 0;
    }
    part.centre[i] = centre;
    if (x[i] !== x[i] || data.excluded?.[i]) {
      continue;
    }
    const s2 = sigma[i]! * sigma[i]!;
    z += lambda * (x[i]! - z);
    variance = lambda * lambda * s2 + (1 - lambda) * (1 - lambda) * variance;
    const spread = Math.sqrt(options.steady ? (s2 * lambda) / (2 - lambda) : variance);
    part.points[i] = z;
    part.sigma[i] = spread;
    part.lcl[i] = centre - width * spread;
    part.ucl[i] = centre + width * spread;
  }
  return part;
}
