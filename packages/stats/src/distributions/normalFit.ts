import { momentsOf } from '../charts/moments';
import { logNormalSf, normalCdf, normalPdf, normalQuantile, normalSf } from '../special/normal';
import { type DistributionType, type FittedDistribution } from './types';

export function normalOf(mean: number, sigma: number, logLikelihood = NaN): FittedDistribution {
  return {
    id: 'normal',
    parameters: { mean, sigma },
    logLikelihood,
    cdf: (x) => normalCdf((x - mean) / sigma),
    sf: (x) => normalSf((x - mean) / sigma),
    logCdf: (x) => logNormalSf((mean - x) / sigma),
    logSf: (x) => logNormalSf((x - mean) / sigma),
    pdf: (x) => normalPdf((x - mean) / sigma) / sigma,
    quantile: (p) => mean + sigma * normalQuantile(p),
  };
}

/** Normal: mean and sample standard deviation (n − 1), the choice of every SPC text in place of the ML divisor n. */
export const normalFit: DistributionType = {
  id: 'normal',
  title: 'Normal',
  fit(values) {
    const { n, mean, ss } = momentsOf(values);
    if (n < 2 || !(ss > 0)) {
      return null;
    }
    const sigma = Math.sqrt(ss / (n - 1));
    const logLikelihood = -n * Math.log(sigma * Math.sqrt(2 * Math.PI)) - ss / (2 * sigma * sigma);
    return normalOf(mean, sigma, logLikelihood);
  },
};
