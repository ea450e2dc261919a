import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData, type SigmaMethod } from '../charts/types';
import { c4, c5 } from '../constants/c4';
import { rangeMoments } from '../constants/rangeDistribution';
import { equivalentDf } from './equivalentDf';
import { type SigmaEstimate } from './types';

/** Mean and standard deviation of a subgroup's range or s, in σ. */
const means = { range: (n: number): number => rangeMoments(n).d2, sd: c4 };
const spreads = { range: (n: number): number => rangeMoments(n).d3, sd: c5 };

/**
 * Mean of dispersion/constant over the subgroups of at least two values: with weights (constant/spread)², which make it the
 * minimum-variance linear unbiased estimator (Burr 1969, J. Quality Technology 1, 163–167), or all alike.
 */
export function subgroupAverage(
  method: SigmaMethod,
  data: ChartData,
  dispersion: 'range' | 'sd',
  weighted: boolean
): SigmaEstimate | null {
  const stats = subgroupStatistics(data);
  const { n } = stats;
  const most = n.reduce((a, b) => Math.max(a, b), 0);
  const mean = new Float64Array(most + 1);
  const spread = new Float64Array(most + 1);
  let weights = 0;
  let sum = 0;
  let total = 0;
  let variance = 0;
  let count = 0;
  for (let g = 0; g < n.length; g++) {
    if (n[g]! < 2 || data.excluded?.[g]) {
      continue;
    }
    const size = n[g]!;
    if (mean[size] === 0) {
      mean[size] = means[dispersion](size);
      spread[size] = spreads[dispersion](size);
    }
    const ratio = mean[size]! / spread[size]!;
    const w = weighted ? ratio * ratio : 1;
    weights += w;
    sum += (w * stats[dispersion][g]!) / mean[size]!;
    variance += (w * w) / (ratio * ratio);
    total += stats[dispersion][g]!;
    count++;
  }
  return count === 0
    ? null
    : { method, sigma: sum / weights, df: equivalentDf(variance / (weights * weights)), average: total / count, count };
}
