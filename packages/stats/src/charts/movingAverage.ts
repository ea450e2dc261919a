import { emptyPart } from './emptyPart';
import { anySigma, locationModel } from './locationModel';
import { plottedStatistic } from './plottedStatistic';
import { type ChartType } from './types';

/**
 * Moving average of the last `span` (default 3) points; the first ones average what there is. σ² = Σσⱼ²/w², for equal σ
 * σ²/w (Montgomery ISQC 7th ed., §9.3). Missing points are passed over; breaks and excluded points empty the window.
 */
export const movingAverage: ChartType = {
  id: 'ma',
  title: 'Moving average',
  family: 'memory',
  input: 'values-or-subgroups',
  parts: ['ma'],
  sigma: anySigma,
  phaseI: (data, options = {}) => locationModel('ma', data, { ...options, span: 2 }),
  phaseII(data, model, options = {}) {
    const { span = 3, width = 3 } = options;
    const { x, sigma } = plottedStatistic(data, model);
    const part = emptyPart('ma', 'location', x.length, false);
    const window = new Int32Array(span);
    let held = 0;
    for (let i = 0; i < x.length; i++) {
      part.centre[i] = model.centre;
      held = data.breaks?.[i] || data.excluded?.[i] ? 0 : held;
      if (x[i] !== x[i] || data.excluded?.[i]) {
        continue;
      }
      window[held % span] = i;
      held++;
      const size = Math.min(held, span);
      let sum = 0;
      let variance = 0;
      for (let j = 0; j < size; j++) {
        const at = window[j]!;
        sum += x[at]! - model.centre;
        variance += sigma[at]! * sigma[at]!;
      }
      const spread = Math.sqrt(variance) / size;
      part.points[i] = model.centre + sum / size;
      part.sigma[i] = spread;
      part.lcl[i] = model.centre - width * spread;
      part.ucl[i] = model.centre + width * spread;
    }
    return [part];
  },
};
