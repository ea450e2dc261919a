import { emptyPart } from './emptyPart';
import { cholesky, quadraticForm } from './linearAlgebra';
import { estimateMultivariate, multivariatePoints } from './multivariate';
import { t2Limit } from './t2Limits';
import { singularCovariance } from './singularCovariance';
import { type ChartType } from './types';

/**
 * Hotelling T² of rows of variables: n (x̄ − x̿)ᵀ S⁻¹ (x̄ − x̿) (Montgomery ISQC 7th ed., §11.3). Phase I and phase II limits
 * differ (see t2Limit): the points that limits were estimated from are judged with the first, new ones with the second.
 * α 0.0027 a point where not stated; centre is the median of the same law. Singular covariance: null.
 */
export const t2: ChartType = {
  id: 't2',
  title: 'T²',
  family: 'multivariate',
  input: 'rows',
  parts: ['t2'],
  sigma: [],
  whyNot: singularCovariance,
  phaseI(data, options = {}) {
    const found = estimateMultivariate(data, options.covariance === 'successive');
    if (!found || (!data.starts && found.points < found.means.length + 2)) {
      return null;
    }
    if (!cholesky(found.covariance, found.means.length)) {
      return null;
    }
    const { means, covariance, points, size, df } = found;
    const base = { kind: 't2', centre: 0, sigmaWithin: NaN, sigmaBetween: 0, points, n: points * size, df };
    return { ...base, subgroupSize: size, means, covariance, phase: 1 };
  },
  phaseII(data, model, options = {}) {
    const { columns: p, count, means, n } = multivariatePoints(data);
    const part = emptyPart('t2', 'location', count, false);
    const lower = cholesky(model.covariance ?? [], p);
    if (!lower || !model.means) {
      return [part];
    }
    const v = new Float64Array(p);
    const scratch = new Float64Array(p);
    const phase = model.phase ?? 2;
    const alpha = options.alpha ?? 0.0027;
    const limits = new Map<number, [number, number]>();
    for (let i = 0; i < count; i++) {
      if (n[i] === 0) {
        continue;
      }
      for (let j = 0; j < p; j++) {
        v[j] = means[i * p + j]! - model.means[j]!;
      }
      part.points[i] = n[i]! * quadraticForm(lower, p, v, scratch);
      const size = data.starts ? n[i]! : 1;
      let lines = limits.get(size);
      if (!lines) {
        const at = (tail: number): number => t2Limit(phase, p, model.points, size, tail);
        lines = [at(0.5), options.limit ?? at(alpha)];
        limits.set(size, lines);
      }
      part.centre[i] = lines[0];
      part.ucl[i] = lines[1];
      part.lcl[i] = 0;
    }
    return [part];
  },
};
