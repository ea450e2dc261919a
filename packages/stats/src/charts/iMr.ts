import { estimateSigma } from '../sigma/sigmaEstimators';
import { dispersionLimits } from './dispersionLimits';
import { emptyPart } from './emptyPart';
import { momentsOf } from './moments';
import { movingRanges } from './movingRanges';
import { type ChartType } from './types';

/**
 * Individuals and moving range. I: x̄ ± width·σ̂ with σ̂ = MR̄/d₂; MR: centre d₂σ̂, limits D₃ and D₄ times it
 * (Montgomery ISQC 7th ed., §6.4; NIST e-Handbook 6.3.2.2). Exact d₂, hence 2.6587 in place of 2.66. A frozen model that
 * states a σ between lots has I limits from both components, √(σ_w² + σ_b²); neighbours share a lot, so MR has the inner.
 */
export const iMr: ChartType = {
  id: 'i-mr',
  title: 'I-MR',
  family: 'individuals',
  input: 'values',
  parts: ['i', 'mr'],
  sigma: ['mr-bar', 'median-mr', 'overall'],
  phaseI(data, options = {}) {
    const { n, mean } = momentsOf(data.values, data.excluded);
    const estimate = estimateSigma(options.sigma ?? 'mr-bar', data, options.span);
    if (n === 0 || !estimate) {
      return null;
    }
    return {
      kind: 'i-mr',
      centre: options.target ?? mean,
      sigmaWithin: estimate.sigma,
      sigmaBetween: 0,
      points: n,
      n,
      df: estimate.df,
      method: estimate.method,
    };
  },
  phaseII(data, model, options = {}) {
    const width = options.width ?? 3;
    const span = options.span ?? 2;
    const count = data.values.length;
    const individuals = emptyPart('i', 'location', count, true);
    individuals.points.set(data.values);
    individuals.centre.fill(model.centre);
    const sigma = Math.hypot(model.sigmaWithin, model.sigmaBetween);
    individuals.sigma.fill(sigma);
    individuals.lcl.fill(model.centre - width * sigma);
    individuals.ucl.fill(model.centre + width * sigma);
    const ranges = emptyPart('mr', 'dispersion', count, false);
    ranges.points = movingRanges(data.values, data.breaks, data.excluded, span);
    const unit = dispersionLimits('r', span, options);
    ranges.centre.fill(unit.centre * model.sigmaWithin);
    ranges.sigma.fill(unit.sigma * model.sigmaWithin);
    ranges.lcl.fill(unit.lcl * model.sigmaWithin);
    ranges.ucl.fill(unit.ucl * model.sigmaWithin);
    return [individuals, ranges];
  },
};
