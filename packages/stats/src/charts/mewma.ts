import { mewmaLimit } from '../arl/mewmaArl';
import { emptyPart } from './emptyPart';
import { cholesky, quadraticForm } from './linearAlgebra';
import { estimateMultivariate, multivariatePoints } from './multivariate';
import { singularCovariance } from './singularCovariance';
import { type ChartType } from './types';

/**
 * MEWMA: Z = λ(x − μ) + (1 − λ)Z, T² = Zᵀ Σ_Z⁻¹ Z with Σ_Z = λ/(2 − λ)·(1 − (1 − λ)²ⁱ)·Σ/n, or its limit with `steady`
 * (Lowry, Woodall, Champ & Rigdon 1992, Technometrics 34, 46–53; Montgomery ISQC 7th ed., §11.4). λ 0.2 where not stated.
 * The limit h is `limit` where given, else the one with in-control run length 1/α (α 0.0027), see mewmaLimit; that
 * needs λ ≥ 0.001.
 */
export const mewma: ChartType = {
  id: 'mewma',
  title: 'MEWMA',
  family: 'multivariate',
  input: 'rows',
  parts: ['mewma'],
  sigma: [],
  whyNot: singularCovariance,
  phaseI(data, options = {}) {
    const found = estimateMultivariate(data, options.covariance === 'successive');
    if (!found || !cholesky(found.covariance, found.means.length)) {
      return null;
    }
    const { means, covariance, points, size, df } = found;
    const base = { kind: 'mewma', centre: 0, sigmaWithin: NaN, sigmaBetween: 0, points, n: points * size, df };
    return { ...base, subgroupSize: size, means, covariance };
  },
  phaseII(data, model, options = {}) {
    const { lambda = 0.2, alpha = 0.0027 } = options;
    const { columns: p, count, means, n } = multivariatePoints(data);
    const part = emptyPart('mewma', 'location', count, false);
    const lower = cholesky(model.covariance ?? [], p);
    if (!lower || !model.means) {
      return [part];
    }
    const limit = options.limit ?? mewmaLimit(p, lambda, 1 / alpha);
    const z = new Float64Array(p);
    const scratch = new Float64Array(p);
    let variance = 0;
    for (let i = 0; i < count; i++) {
      if (data.breaks?.[i] || data.excluded?.[i]) {
        z.fill(0);
        variance = 0;
      }
      if (n[i] === 0 || data.excluded?.[i]) {
        continue;
      }
      for (let j = 0; j < p; j++) {
        z[j] = lambda * (means[i * p + j]! - model.means[j]!) + (1 - lambda) * z[j]!;
      }
      variance = (lambda * lambda) / n[i]! + (1 - lambda) * (1 - lambda) * variance;
      const scale = options.steady ? lambda / (2 - lambda) / n[i]! : variance;
      part.points[i] = quadraticForm(lower, p, z, scratch) / scale;
      part.centre[i] = p;
      part.lcl[i] = 0;
      part.ucl[i] = limit;
    }
    return [part];
  },
};
