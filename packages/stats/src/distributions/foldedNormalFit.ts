import { logNormalSf, normalCdf, normalPdf, normalSf } from '../special/normal';
import { findRoot } from '../arl/findRoot';
import { type DistributionType } from './types';

/**
 * Folded normal |N(μ, σ²)|, for run-out, flatness, misalignment. Maximum likelihood (Tsagris, Beneki & Hassani 2014,
 * Mathematics 2, 12–28): with m₂ = mean of x², σ² = m₂ − μ², and μ = mean of x·tanh(μx/σ²), found by its fixed point as
 * a root; μ = 0 (half normal) where that is the best. Values must not be negative.
 */
export const foldedNormalFit: DistributionType = {
  id: 'folded',
  title: 'Folded normal',
  fit(values) {
    const n = values.length;
    if (n < 2 || values.some((x) => x < 0)) {
      return null;
    }
    const m2 = values.reduce((sum, x) => sum + x * x, 0) / n;
    if (!(m2 > 0) || values.every((x) => x === values[0])) {
      return null;
    }
    const score = (mu: number): number => {
      const s2 = m2 - mu * mu;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        sum += values[i]! * Math.tanh((mu * values[i]!) / s2);
      }
      return mu - sum / n;
    };
    const most = Math.sqrt(m2) * (1 - 1e-12);
    const least = most * 1e-6;
    // The score starts negative where folding leaves a mode away from zero; else the half normal is the best fit.
    const mu = score(least) < 0 ? findRoot(score, 0, least, most) : 0;
    const sigma = Math.sqrt(m2 - mu * mu);
    const pdf = (x: number): number =>
      x < 0 ? 0 : (normalPdf((x - mu) / sigma) + normalPdf((x + mu) / sigma)) / sigma;
    // The nearer of the two halves is taken out of the logarithm, so that it reaches as far as the values do.
    const logPdf = (x: number): number =>
      -Math.log(sigma * Math.sqrt(2 * Math.PI)) -
      ((x - mu) / sigma) ** 2 / 2 +
      Math.log1p(Math.exp((-2 * x * mu) / (sigma * sigma)));
    const logSf = (x: number): number => {
      const near = logNormalSf((x - mu) / sigma);
      return near + Math.log1p(Math.exp(logNormalSf((x + mu) / sigma) - near));
    };
    const cdf = (x: number): number => (x <= 0 ? 0 : normalCdf((x - mu) / sigma) - normalCdf((-x - mu) / sigma));
    return {
      id: 'folded',
      parameters: { mu, sigma },
      logLikelihood: values.reduce((sum, x) => sum + logPdf(x), 0),
      cdf,
      sf: (x) => (x <= 0 ? 1 : normalSf((x - mu) / sigma) + normalSf((x + mu) / sigma)),
      logSf: (x) => (x <= 0 ? 0 : logSf(x)),
      pdf,
      quantile: (p) => (p <= 0 ? 0 : p >= 1 ? Infinity : findRoot(cdf, p, 0, mu + 40 * sigma)),
    };
  },
};
