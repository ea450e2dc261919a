import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData } from '../charts/types';
import { c4 } from '../constants/c4';
import { type SigmaEstimator } from './types';

/**
 * σ̂ = sₚ / c₄(ν + 1), sₚ² = Σ (nᵢ − 1) sᵢ² / ν, ν = Σ (nᵢ − 1) (Montgomery ISQC 7th ed., eq. 6.31). Choice: divided by
 * c₄(ν + 1), so that it is unbiased like R̄/d₂ and S̄/c₄ (as in Minitab and qcc's RMSDF); `pooled-plain` is sₚ itself.
 */
export const pooled: SigmaEstimator = {
  id: 'pooled',
  title: 'pooled s',
  estimate(data: ChartData) {
    const { n, sd } = subgroupStatistics(data);
    let ss = 0;
    let df = 0;
    let count = 0;
    for (let g = 0; g < n.length; g++) {
      if (n[g]! < 2 || data.excluded?.[g]) {
        continue;
      }
      ss += (n[g]! - 1) * sd[g]! * sd[g]!;
      df += n[g]! - 1;
      count++;
    }
    if (df === 0) {
      return null;
    }
    const average = Math.sqrt(ss / df);
    return { method: 'pooled', sigma: average / c4(df + 1), df, average, count };
  },
};
