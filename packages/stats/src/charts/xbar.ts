import { varianceComponents } from '../components/varianceComponents';
import { estimateSigma } from '../sigma/sigmaEstimators';
import { emptyPart } from './emptyPart';
import { momentsOf } from './moments';
import { subgroupStatistics } from './subgroupStatistics';
import { type ChartType, type SigmaMethod } from './types';
import { valueMask } from './valueMask';
import { withinPart } from './withinPart';

/** X̄-R and X̄-S differ only in the dispersion statistic and the default estimator. */
export function xbarChart(
  id: string,
  title: string,
  statistic: 'r' | 's',
  sigma: readonly SigmaMethod[],
  subgroup: { min: number; max: number }
): ChartType {
  return {
    id,
    title,
    family: 'subgroups',
    input: 'subgroups',
    parts: ['xbar', statistic],
    subgroup,
    sigma,
    phaseI(data, options = {}) {
      const estimate = estimateSigma(options.sigma ?? sigma[0]!, data);
      const { n, mean } = momentsOf(data.values, valueMask(data));
      if (!estimate || n === 0) {
        return null;
      }
      const components = options.between ? varianceComponents(data) : null;
      return {
        kind: id,
        centre: options.target ?? mean,
        sigmaWithin: estimate.sigma,
        sigmaBetween: components ? components.sigmaBetween : 0,
        points: estimate.count,
        n,
        df: estimate.df,
        method: estimate.method,
      };
    },
    phaseII(data, model, options = {}) {
      const width = options.width ?? 3;
      const stats = subgroupStatistics(data);
      const count = stats.n.length;
      const means = emptyPart('xbar', 'location', count, true);
      means.points = stats.mean;
      const between = model.sigmaBetween * model.sigmaBetween;
      const within = model.sigmaWithin * model.sigmaWithin;
      for (let g = 0; g < count; g++) {
        means.centre[g] = model.centre;
        if (stats.n[g]! > 0) {
          const spread = Math.sqrt(between + within / stats.n[g]!);
          means.sigma[g] = spread;
          means.lcl[g] = model.centre - width * spread;
          means.ucl[g] = model.centre + width * spread;
        }
      }
      return [means, withinPart(statistic, stats, model.sigmaWithin, options)];
    },
  };
}
