import { dispersionLimits } from './dispersionLimits';
import { emptyPart } from './emptyPart';
import { type SubgroupStatistics } from './subgroupStatistics';
import { type ChartOptions, type ChartPart } from './types';

/** The R or S chart of subgroups: each point with the constants of its own size. */
export function withinPart(
  statistic: 'r' | 's',
  stats: SubgroupStatistics,
  sigma: number,
  options: ChartOptions
): ChartPart {
  const count = stats.n.length;
  const part = emptyPart(statistic, 'dispersion', count, false);
  part.points = statistic === 'r' ? stats.range : stats.sd;
  for (let g = 0; g < count; g++) {
    if (stats.n[g]! >= 2) {
      const unit = dispersionLimits(statistic, stats.n[g]!, options);
      part.centre[g] = unit.centre * sigma;
      part.sigma[g] = unit.sigma * sigma;
      part.lcl[g] = unit.lcl * sigma;
      part.ucl[g] = unit.ucl * sigma;
    }
  }
  return part;
}
