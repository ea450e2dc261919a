import { findRoot } from '../arl/findRoot';
import { fromLogRatio, logRatio } from './logRatio';
import { type DistributionType } from './types';

/**
 * Weibull (two parameters): shape k from Σxᵏ ln x/Σxᵏ − 1/k = mean ln x, scale (Σxᵏ/n)^(1/k), maximum likelihood (NIST
 * e-Handbook 8.4.1.2). Values are divided by their largest, so that xᵏ cannot overflow. Positive values only.
 */
export const weibullFit: DistributionType = {
  id: 'weibull',
  title: 'Weibull',
  fit(values) {
    const n = values.length;
    if (n < 2 || values.some((x) => x <= 0) || values.every((x) => x === values[0])) {
      return null;
    }
    const top = values.reduce((m, x) => Math.max(m, x), 0);
    const logs = values.map((x) => logRatio(x, top));
    const meanLog = logs.reduce((sum, l) => sum + l, 0) / n;
    const equation = (k: number): number => {
      let weights = 0;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const w = Math.exp(k * logs[i]!);
        weights += w;
        sum += w * logs[i]!;
      }
      return sum / weights - 1 / k - meanLog;
    };
    // The equation rises to −mean ln x, which is above 0 but for rounding; numbers next to each other have k near 10¹⁶.
    let high = 1;
    while (equation(high) < 0 && high < 1e18) {
      high *= 2;
    }
    const shape = findRoot(equation, 0, 1e-3, high);
    const logScale = Math.log(logs.reduce((sum, l) => sum + Math.exp(shape * l), 0) / n) / shape;
    const scale = fromLogRatio(logScale, top);
    /** ln (x/scale)ᵏ. */
    const logPower = (x: number): number => shape * (logRatio(x, top) - logScale);
    const power = (x: number): number => Math.exp(logPower(x));
    const pdf = (x: number): number => (x <= 0 ? 0 : (shape / x) * Math.exp(logPower(x) - power(x)));
    return {
      id: 'weibull',
      parameters: { shape, scale },
      // Σ (x/scale)ᵏ = n at the maximum.
      logLikelihood: n * (Math.log(shape / scale) + (shape - 1) * (meanLog - logScale) - 1),
      cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-power(x))),
      sf: (x) => (x <= 0 ? 1 : Math.exp(-power(x))),
      // 1 − e⁻ʷ is w where w is small.
      logCdf: (x) => (x <= 0 ? -Infinity : logPower(x) < -40 ? logPower(x) : Math.log(-Math.expm1(-power(x)))),
      logSf: (x) => (x <= 0 ? 0 : -power(x)),
      pdf,
      quantile: (p) => fromLogRatio(logScale + Math.log(-Math.log1p(-p)) / shape, top),
    };
  },
};
