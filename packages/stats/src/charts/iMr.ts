import { estimateSigma } from '../sigma/sigmaEstimators';
import { dispersionLimits } from './dispersionLimits';
import { momentsOf } from './moments';
import { movingRanges } from './movingRanges';
import { type ChartData, type ChartModel, type ChartOptions, type ChartType, type LevelPart } from './types';

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
  levels,
  phaseII(data, model, options = {}) {
    return levels(data, model, options).map(({ points: make, centre, sigma, lcl, ucl, ...part }) => {
      const points = make === 'values' ? data.values : make();
      const every = (v: number) => new Float64Array(points.length).fill(v);
      const own = points === data.values ? points.slice() : points;
      return { ...part, points: own, centre: every(centre), sigma: every(sigma), lcl: every(lcl), ucl: every(ucl) };
    });
  },
};

function levels(data: ChartData, model: ChartModel, options: ChartOptions = {}): LevelPart[] {
  const width = options.width ?? 3;
  const span = options.span ?? 2;
  const { centre } = model;
  const sigma = Math.hypot(model.sigmaWithin, model.sigmaBetween);
  const unit = dispersionLimits('r', span, options);
  return [
    {
      id: 'i',
      role: 'location',
      points: 'values',
      zones: true,
      centre,
      sigma,
      lcl: centre - width * sigma,
      ucl: centre + width * sigma,
    },
    {
      id: 'mr',
      role: 'dispersion',
      points: () => movingRanges(data.values, data.breaks, data.excluded, span),
      zones: false,
      centre: unit.centre * model.sigmaWithin,
      sigma: unit.sigma * model.sigmaWithin,
      lcl: unit.lcl * model.sigmaWithin,
      ucl: unit.ucl * model.sigmaWithin,
    },
  ];
}
