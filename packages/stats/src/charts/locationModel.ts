import { varianceComponents } from '../components/varianceComponents';
import { estimateSigma, subgroupSigma } from '../sigma/sigmaEstimators';
import { momentsOf } from './moments';
import { pointCount } from './pointCount';
import { type ChartData, type ChartModel, type ChartOptions, type SigmaMethod } from './types';
import { valueMask } from './valueMask';

/** σ estimators of charts that take values or subgroups. */
export const anySigma: readonly SigmaMethod[] = ['mr-bar', 'median-mr', ...subgroupSigma, 'overall'];

/** R̄/d₂ for subgroups to 8, S̄/c₄ above, MR̄/d₂ for individuals. */
function defaultSigma(data: ChartData): SigmaMethod {
  if (!data.starts) {
    return 'mr-bar';
  }
  return data.values.length / Math.max(1, data.starts.length) > 8 ? 's-bar' : 'r-bar';
}

/** Centre and σ of values or subgroup means, as EWMA, CUSUM and moving average need them; null for too little data. */
export function locationModel(kind: string, data: ChartData, options: ChartOptions): ChartModel | null {
  const { n, mean } = momentsOf(data.values, valueMask(data));
  const estimate = estimateSigma(options.sigma ?? defaultSigma(data), data, data.starts ? undefined : options.span);
  if (n === 0 || !estimate) {
    return null;
  }
  const components = options.between && data.starts ? varianceComponents(data) : null;
  return {
    kind,
    centre: options.target ?? mean,
    sigmaWithin: estimate.sigma,
    sigmaBetween: components?.sigmaBetween ?? 0,
    points: pointCount(data),
    n,
    df: estimate.df,
    method: estimate.method,
  };
}
