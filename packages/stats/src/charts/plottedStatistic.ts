import { subgroupStatistics } from './subgroupStatistics';
import { type ChartData, type ChartModel } from './types';

/** The statistic of each point (value or subgroup mean) and its σ under the model. */
export interface PlottedStatistic {
  x: Float64Array;
  sigma: Float64Array;
}

export function plottedStatistic(data: ChartData, model: ChartModel): PlottedStatistic {
  const within = model.sigmaWithin * model.sigmaWithin;
  const between = model.sigmaBetween * model.sigmaBetween;
  if (!data.starts) {
    return { x: data.values, sigma: new Float64Array(data.values.length).fill(Math.sqrt(within + between)) };
  }
  const { mean, n } = subgroupStatistics(data);
  const sigma = new Float64Array(mean.length).fill(NaN);
  for (let g = 0; g < mean.length; g++) {
    sigma[g] = n[g]! > 0 ? Math.sqrt(between + within / n[g]!) : NaN;
  }
  return { x: mean, sigma };
}
