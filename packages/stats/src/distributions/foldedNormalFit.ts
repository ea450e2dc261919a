import { findRoot } from '../arl/findRoot';
import { momentsOf } from '../charts/moments';
import { logNormalSf, normalCdf, normalPdf, normalSf } from '../special/normal';
import { type DistributionType } from './types';

/** Where x(1 + m) is below it, Φ(x − m) − Φ(−x − m) is 2x times the density in the middle and the next term, to 1e-12. */
const SHORT = 1e-3;

/** ln P(X ≤ x) of |N(m, 1)|, x > 0. */
function logFoldedCdf(x: number, m: number): number {
  if (x * (1 + m) < SHORT) {
    return Math.log((2 * x) / Math.sqrt(2 * Math.PI)) - (m * m) / 2 + Math.log1p(((m * m - 1) * x * x) / 6);
  }
  const near = logNormalSf(m - x);
  return near + Math.log(-Math.expm1(logNormalSf(m + x) - near));
}

/**
 * μ and σ of greatest likelihood, with σ² = s² + (x̄ − μ)(x̄ + μ), s² the variance with divisor n. μ solves μ = mean of
 * x·tanh(μx/σ²). Where most of the values lie far from 0 the unknown is x̄ − μ = mean of 2x/(1 + exp(2μx/σ²)), which is small
 * and would drown in the digits of μ.
 */
function estimate(values: Float64Array): { mu: number; sigma: number } {
  const { n, mean, ss } = momentsOf(values);
  const variance = (less: number): number => ss / n + less * (2 * mean - less);
  const missing = (less: number): number => {
    const rate = (2 * (mean - less)) / variance(less);
    return less - values.reduce((sum, x) => sum + (2 * x) / (1 + Math.exp(rate * x)), 0) / n;
  };
  if (missing(mean / 2) > 0) {
    const less = findRoot(missing, 0, 0, mean / 2);
    return { mu: mean - less, sigma: Math.sqrt(variance(less)) };
  }
  const score = (mu: number): number => {
    const rate = mu / variance(mean - mu);
    return mu - values.reduce((sum, x) => sum + x * Math.tanh(rate * x), 0) / n;
  };
  // The score starts negative where folding leaves a mode away from zero; else the half normal is the best fit.
  const least = 1e-6 * Math.sqrt(variance(mean));
  const mu = score(least) < 0 ? findRoot(score, 0, least, mean / 2) : 0;
  return { mu, sigma: Math.sqrt(variance(mean - mu)) };
}

/**
 * Folded normal |N(μ, σ²)|, for run-out, flatness, misalignment. Maximum likelihood (Tsagris, Beneki & Hassani 2014,
 * Mathematics 2, 12–28); μ = 0 (half normal) where that is the best. Values must not be negative.
 */
export const foldedNormalFit: DistributionType = {
  id: 'folded',
  title: 'Folded normal',
  fit(values) {
    if (values.length < 2 || values.some((x) => x < 0) || values.every((x) => x === values[0])) {
      return null;
    }
    const { mu, sigma } = estimate(values);
    const m = mu / sigma;
    // The nearer of the two halves is taken out of the logarithm, so that it reaches as far as the values do.
    const logPdf = (x: number): number =>
      -Math.log(sigma * Math.sqrt(2 * Math.PI)) -
      ((x - mu) / sigma) ** 2 / 2 +
      Math.log1p(Math.exp((-2 * x * m) / sigma));
    const logSf = (x: number): number => {
      const near = logNormalSf((x - mu) / sigma);
      return near + Math.log1p(Math.exp(logNormalSf((x + mu) / sigma) - near));
    };
    const cdfAt = (z: number): number => normalCdf(z) - normalCdf(-z - 2 * m);
    return {
      id: 'folded',
      parameters: { mu, sigma },
      logLikelihood: values.reduce((sum, x) => sum + logPdf(x), 0),
      cdf: (x) => (x <= 0 ? 0 : cdfAt((x - mu) / sigma)),
      sf: (x) => (x <= 0 ? 1 : normalSf((x - mu) / sigma) + normalSf((x + mu) / sigma)),
      logCdf: (x) => (x <= 0 ? -Infinity : logFoldedCdf(x / sigma, m)),
      logSf: (x) => (x <= 0 ? 0 : logSf(x)),
      pdf: (x) => (x < 0 ? 0 : (normalPdf((x - mu) / sigma) + normalPdf((x + mu) / sigma)) / sigma),
      // In σ from μ: values far from 0 keep the digits of their differences.
      quantile: (p) => (p <= 0 ? 0 : p >= 1 ? Infinity : mu + sigma * findRoot(cdfAt, p, -m, 40)),
    };
  },
};
