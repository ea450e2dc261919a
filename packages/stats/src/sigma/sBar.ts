import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData } from '../charts/types';
import { c4 } from '../constants/c4';
import { equivalentDf } from './equivalentDf';
import { type SigmaEstimator } from './types';

/**
 * σ̂ = Σ hᵢ sᵢ/c₄(nᵢ) / Σ hᵢ with hᵢ = c₄²/(1 − c₄²); for equal sizes S̄/c₄ (Burr 1969; Montgomery ISQC 7th ed.,
 * eq. 6.26). Choice: weighted for unequal sizes, as in Minitab; Montgomery's pooled form is the estimator `pooled`.
 */
export const sBar: SigmaEstimator = {
  id: 's-bar',
  title: 'S̄/c₄',
  estimate(data: ChartData) {
    const { n, sd } = subgroupStatistics(data);
    let weights = 0;
    let sum = 0;
    let deviations = 0;
    let count = 0;
    for (let g = 0; g < n.length; g++) {
      if (n[g]! < 2 || data.excluded?.[g]) {
        continue;
      }
      const c = c4(n[g]!);
      const w = (c * c) / (1 - c * c);
      weights += w;
      sum += (w * sd[g]!) / c;
      deviations += sd[g]!;
      count++;
    }
    return count === 0
      ? null
      : { method: 's-bar', sigma: sum / weights, df: equivalentDf(1 / weights), average: deviations / count, count };
  },
};
