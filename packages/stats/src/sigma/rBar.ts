import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData } from '../charts/types';
import { rangeMoments } from '../constants/rangeDistribution';
import { equivalentDf } from './equivalentDf';
import { type SigmaEstimator } from './types';

/**
 * σ̂ = Σ wᵢ Rᵢ/d₂(nᵢ) / Σ wᵢ with wᵢ = d₂²/d₃², the minimum-variance linear unbiased estimator; for equal sizes R̄/d₂
 * (Burr 1969, J. Quality Technology 1, 163–167; Montgomery ISQC 7th ed., eq. 6.6). Choice: weighted for unequal sizes
 * as in Minitab; qcc's default is the unweighted mean.
 */
export const rBar: SigmaEstimator = {
  id: 'r-bar',
  title: 'R̄/d₂',
  estimate(data: ChartData) {
    const { n, range } = subgroupStatistics(data);
    let weights = 0;
    let sum = 0;
    let ranges = 0;
    let count = 0;
    for (let g = 0; g < n.length; g++) {
      if (n[g]! < 2 || data.excluded?.[g]) {
        continue;
      }
      const { d2, d3 } = rangeMoments(n[g]!);
      const w = (d2 * d2) / (d3 * d3);
      weights += w;
      sum += (w * range[g]!) / d2;
      ranges += range[g]!;
      count++;
    }
    return count === 0
      ? null
      : { method: 'r-bar', sigma: sum / weights, df: equivalentDf(1 / weights), average: ranges / count, count };
  },
};
