import { momentsOf } from '../charts/moments';
import { logNormalSf, normalCdf, normalPdf, normalQuantile, normalSf } from '../special/normal';
import { type DistributionType } from './types';

/** Lognormal: mean and sample standard deviation of ln x; positive values only. */
export const lognormalFit: DistributionType = {
  id: 'lognormal',
  title: 'Lognormal',
  fit(values) {
    if (values.some((x) => x <= 0)) {
      return null;
    }
    const logs = values.map((x) => Math.log(x));
    const { n, mean, ss } = momentsOf(logs);
    if (n < 2 || !(ss > 0)) {
      return null;
    }
    const sigma = Math.sqrt(ss / (n - 1));
    const logLikelihood = -n * (Math.log(sigma * Math.sqrt(2 * Math.PI)) + mean) - ss / (2 * sigma * sigma);
    return {
      id: 'lognormal',
      parameters: { mu: mean, sigma },
      logLikelihood,
      cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mean) / sigma)),
      sf: (x) => (x <= 0 ? 1 : normalSf((Math.log(x) - mean) / sigma)),
      logCdf: (x) => (x <= 0 ? -Infinity : logNormalSf((mean - Math.log(x)) / sigma)),
      logSf: (x) => (x <= 0 ? 0 : logNormalSf((Math.log(x) - mean) / sigma)),
      pdf: (x) => (x <= 0 ? 0 : normalPdf((Math.log(x) - mean) / sigma) / (sigma * x)),
      quantile: (p) => Math.exp(mean + sigma * normalQuantile(p)),
    };
  },
};
