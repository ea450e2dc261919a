import { estimateSigma } from '../sigma/sigmaEstimators';
import { normalSf } from '../special/normal';
import { emptyPart } from './emptyPart';
import { momentsOf } from './moments';
import { type ChartType } from './types';

const POWER = 1 / 3.6;

/**
 * t chart: times between rare events. y = t^(1/3.6) makes exponential times nearly normal (Nelson 1994, J. Quality
 * Technology 26, 60–63; Montgomery ISQC 7th ed., §7.3.5); limits ȳ ± width·MR̄/d₂ of y. Choice: points, centre and limits
 * are drawn in time, i.e. raised to 3.6 again. With `limits: 'probability'` exponential quantiles of the mean time.
 * The model's centre and σ are those of y.
 */
export const t: ChartType = {
  id: 't',
  title: 't',
  family: 'rare-events',
  input: 'values',
  parts: ['t'],
  sigma: ['mr-bar', 'median-mr', 'overall'],
  phaseI(data, options = {}) {
    const y = { ...data, values: data.values.map((time) => Math.pow(time, POWER)) };
    const estimate = estimateSigma(options.sigma ?? 'mr-bar', y, options.span);
    const { n, mean } = momentsOf(y.values, data.excluded);
    if (!estimate || n === 0) {
      return null;
    }
    return {
      kind: 't',
      centre: mean,
      sigmaWithin: estimate.sigma,
      sigmaBetween: 0,
      sigmaPlotted: momentsOf(data.values, data.excluded).mean,
      points: n,
      n,
      df: estimate.df,
      method: estimate.method,
    };
  },
  phaseII(data, model, options = {}) {
    const width = options.width ?? 3;
    const part = emptyPart('t', 'location', data.values.length, false);
    part.points.set(data.values);
    const time = (y: number): number => Math.pow(Math.max(0, y), 3.6);
    const mean = model.sigmaPlotted ?? NaN;
    const probability = options.limits === 'probability';
    part.centre.fill(probability ? mean * Math.LN2 : time(model.centre));
    part.lcl.fill(probability ? -mean * Math.log1p(-normalSf(width)) : time(model.centre - width * model.sigmaWithin));
    part.ucl.fill(probability ? -mean * Math.log(normalSf(width)) : time(model.centre + width * model.sigmaWithin));
    return [part];
  },
};
