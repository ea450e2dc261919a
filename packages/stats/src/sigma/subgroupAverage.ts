import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData, type SigmaMethod } from '../charts/types';
import { c4, c5 } from '../constants/c4';
import { rangeMoments } from '../constants/rangeDistribution';
import { equivalentDf } from './equivalentDf';
import { type SigmaEstimate } from './types';

/** Mean and standard deviation of a subgroup's range or s, in σ. */
const constants: Record<'range' | 'sd', (n: number) => [mean: number, spread: number]> = {
  range: (n) => [rangeMoments(n).d2, rangeMoments(n).d3],
  sd: (n) => [c4(n), c5(n)],
};

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
  let weights = 0;
  let sum = 0;
  let total = 0;
  let variance = 0;
  let count = 0;
  for (let g = 0; g < n.length; g++) {
    if (n[g]! < 2 || data.excluded?.[g]) {
      continue;
    }
    const [mean, spread] = constants[dispersion](n[g]!);
    const w = weighted ? (mean * mean) / (spread * spread) : 1;
    weights += w;
    sum += (w * stats[dispersion][g]!) / mean;
    variance += w * w * (spread / mean) ** 2;
    total += stats[dispersion][g]!;
    count++;
  }
  return count === 0
    ? null
    : { method, sigma: sum / weights, df: equivalentDf(variance / (weights * weights)), average: total / count, count };
}
