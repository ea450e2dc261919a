import { findRoot } from '../arl/findRoot';
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
    const logs = values.map((x) => Math.log(x / top));
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
    let high = 1;
    while (equation(high) < 0 && high < 1e6) {
      high *= 2;
    }
    const shape = findRoot(equation, 0, 1e-3, high);
    const scale = top * Math.pow(logs.reduce((sum, l) => sum + Math.exp(shape * l), 0) / n, 1 / shape);
    const pdf = (x: number): number =>
      x <= 0 ? 0 : (shape / scale) * Math.pow(x / scale, shape - 1) * Math.exp(-Math.pow(x / scale, shape));
    return {
      id: 'weibull',
      parameters: { shape, scale },
      // Σ (x/scale)ᵏ = n at the maximum.
      logLikelihood: n * (Math.log(shape / scale) + (shape - 1) * (meanLog + Math.log(top / scale)) - 1),
      cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-Math.pow(x / scale, shape))),
      sf: (x) => (x <= 0 ? 1 : Math.exp(-Math.pow(x / scale, shape))),
      logSf: (x) => (x <= 0 ? 0 : -Math.pow(x / scale, shape)),
      pdf,
      quantile: (p) => scale * Math.pow(-Math.log1p(-p), 1 / shape),
    };
  },
};
