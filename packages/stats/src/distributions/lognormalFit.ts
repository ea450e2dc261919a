import { momentsOf } from '../charts/moments';
import { logNormalSf, normalCdf, normalPdf, normalQuantile, normalSf } from '../special/normal';
import { fromLogRatio, logRatio } from './logRatio';
import { type DistributionType } from './types';

/** Lognormal: mean and sample standard deviation of ln x; positive values only. */
export const lognormalFit: DistributionType = {
  id: 'lognormal',
  title: 'Lognormal',
  fit(values) {
    if (values.some((x) => x <= 0)) {
      return null;
    }
    // Departures from a value in their midst: logarithms of values close together would agree in most of their digits.
    const unit = momentsOf(values).mean;
    const { n, mean: offset, ss } = momentsOf(values.map((x) => logRatio(x, unit)));
    if (n < 2 || !(ss > 0)) {
      return null;
    }
    const sigma = Math.sqrt(ss / (n - 1));
    const mean = Math.log(unit) + offset;
    const z = (x: number): number => (logRatio(x, unit) - offset) / sigma;
    const logLikelihood = -n * (Math.log(sigma * Math.sqrt(2 * Math.PI)) + mean) - ss / (2 * sigma * sigma);
    return {
      id: 'lognormal',
      parameters: { mu: mean, sigma },
      logLikelihood,
      cdf: (x) => (x <= 0 ? 0 : normalCdf(z(x))),
      sf: (x) => (x <= 0 ? 1 : normalSf(z(x))),
      logCdf: (x) => (x <= 0 ? -Infinity : logNormalSf(-z(x))),
      logSf: (x) => (x <= 0 ? 0 : logNormalSf(z(x))),
      pdf: (x) => (x <= 0 ? 0 : normalPdf(z(x)) / (sigma * x)),
      quantile: (p) => fromLogRatio(offset + sigma * normalQuantile(p), unit),
    };
  },
};
