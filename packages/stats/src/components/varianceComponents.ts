import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData } from '../charts/types';

export interface VarianceComponents {
  mean: number;
  sigmaWithin: number;
  /** 0 where the mean squares leave nothing for it. */
  sigmaBetween: number;
  /** Share of the variance of a single value that lies between groups. */
  icc: number;
  groups: number;
  n: number;
  dfWithin: number;
  /** F = MSB/MSW with groups − 1 and dfWithin degrees of freedom. */
  f: number;
}

/**
 * One random nesting factor, analysis-of-variance estimator: σ_w² = MSW, σ_b² = max(0, (MSB − MSW)/n₀) with
 * n₀ = (N − Σnᵢ²/N)/(a − 1) for unequal sizes (Searle, Casella & McCulloch, Variance Components, 1992, §3.6).
 * null with fewer than two groups or no replication.
 */
export function varianceComponents(data: ChartData): VarianceComponents | null {
  const { n, mean, sd } = subgroupStatistics(data);
  let total = 0;
  let squares = 0;
  let groups = 0;
  let weighted = 0;
  let ssw = 0;
  for (let g = 0; g < n.length; g++) {
    const size = n[g]!;
    if (size === 0 || data.excluded?.[g]) {
      continue;
    }
    total += size;
    squares += size * size;
    weighted += size * mean[g]!;
    ssw += size > 1 ? (size - 1) * sd[g]! * sd[g]! : 0;
    groups++;
  }
  const dfWithin = total - groups;
  if (groups < 2 || dfWithin < 1) {
    return null;
  }
  const grand = weighted / total;
  let ssb = 0;
  for (let g = 0; g < n.length; g++) {
    if (n[g]! > 0 && !data.excluded?.[g]) {
      ssb += n[g]! * (mean[g]! - grand) * (mean[g]! - grand);
    }
  }
  const msw = ssw / dfWithin;
  const msb = ssb / (groups - 1);
  const n0 = (total - squares / total) / (groups - 1);
  const between = Math.max(0, (msb - msw) / n0);
  return {
    mean: grand,
    sigmaWithin: Math.sqrt(msw),
    sigmaBetween: Math.sqrt(between),
    icc: between + msw > 0 ? between / (between + msw) : 0,
    groups,
    n: total,
    dfWithin,
    f: msb / msw,
  };
}
