import { normalSf } from '../special/normal';
import { emptyPart } from './emptyPart';
import { momentsOf } from './moments';
import { type ChartType } from './types';

/**
 * g chart: good units between two bad ones, geometric law. Centre ḡ, limits ḡ ± width·√(ḡ(ḡ + 1)) cut at 0 (Benneyan
 * 2001, Health Care Management Science 4, 305–318; Kaminsky et al. 1992, J. Quality Technology 24, 63–69). With
 * `limits: 'probability'`: the counts that leave 1 − Φ(width) on either side, centre at the median.
 */
export const g: ChartType = {
  id: 'g',
  title: 'g',
  family: 'rare-events',
  input: 'values',
  parts: ['g'],
  sigma: [],
  phaseI(data, options = {}) {
    const { n, mean } = momentsOf(data.values, data.excluded);
    if (n === 0) {
      return null;
    }
    const centre = options.target ?? mean;
    const sigmaWithin = Math.sqrt(centre * (centre + 1));
    return { kind: 'g', centre, sigmaWithin, sigmaBetween: 0, points: n, n, df: n - 1 };
  },
  phaseII(data, model, options = {}) {
    const width = options.width ?? 3;
    const part = emptyPart('g', 'location', data.values.length, false);
    part.points.set(data.values);
    part.sigma.fill(model.sigmaWithin);
    // P(X > x) = (1 − p)^(x + 1) with p = 1/(1 + mean).
    const step = Math.log1p(-1 / (1 + model.centre));
    const beyond = (tail: number): number => Math.max(0, Math.log(tail) / step - 1);
    const probability = options.limits === 'probability' && model.centre > 0;
    part.centre.fill(probability ? beyond(0.5) : model.centre);
    part.lcl.fill(probability ? beyond(1 - normalSf(width)) : Math.max(0, model.centre - width * model.sigmaWithin));
    part.ucl.fill(probability ? beyond(normalSf(width)) : model.centre + width * model.sigmaWithin);
    return [part];
  },
};
