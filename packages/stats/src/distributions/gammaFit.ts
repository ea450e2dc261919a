import { findRoot } from '../arl/findRoot';
import { momentsOf } from '../charts/moments';
import { gammaCdfAt } from '../special/gammaCdf';
import { gammaLogQuantile } from '../special/gammaQuantile';
import { digammaLessLog, lessLog1p, stirlingRest } from '../special/gammaSeries';
import { fromLogRatio } from './logRatio';
import { type DistributionType } from './types';

/**
 * Gamma (shape, scale): ln k − ψ(k) = ln x̄ − mean ln x, scale x̄/k, maximum likelihood (Choi & Wette 1969, Technometrics
 * 11, 683–690). Positive values only. Written in departures from the mean, so that values close together keep their digits.
 */
export const gammaFit: DistributionType = {
  id: 'gamma',
  title: 'Gamma',
  fit(values) {
    const n = values.length;
    if (n < 2 || values.some((x) => x <= 0) || values.every((x) => x === values[0])) {
      return null;
    }
    const { mean } = momentsOf(values);
    const departure = (x: number): number => (x - mean) / mean;
    // ln x̄ − mean ln x: departures from the mean add up to 0 and drop out.
    const spread = values.reduce((sum, x) => sum + lessLog1p(departure(x), x / mean), 0) / n;
    // ln k − ψ(k) falls from ∞ to 0 and lies between 1/(2k) and 1/k.
    const shape = findRoot(digammaLessLog, -spread, 0.4 / spread, 1.1 / spread);
    const scale = mean / shape;
    const logPdf = (x: number): number => stirlingRest(shape) - shape * lessLog1p(departure(x), x / mean) - Math.log(x);
    return {
      id: 'gamma',
      parameters: { shape, scale },
      logLikelihood: n * (stirlingRest(shape) - (shape - 1) * spread - Math.log(mean)),
      cdf: (x) => (x <= 0 ? 0 : gammaCdfAt(departure(x), x / mean, shape)),
      sf: (x) => (x <= 0 ? 1 : gammaCdfAt(departure(x), x / mean, shape, true)),
      pdf: (x) => (x <= 0 ? 0 : Math.exp(logPdf(x))),
      quantile: (p) => fromLogRatio(gammaLogQuantile(p, shape), mean),
    };
  },
};
