import { emptyPart } from './emptyPart';
import { medianInPlace } from './medianInPlace';
import { subgroupStatistics } from './subgroupStatistics';
import { type ChartType } from './types';

/**
 * Run chart: values or subgroup means about their median, without limits; only the rules on runs, trends and alternation
 * apply (Perla, Provost & Murray 2011, BMJ Quality & Safety 20, 46–51). `target` replaces the median.
 */
export const run: ChartType = {
  id: 'run',
  title: 'Run chart',
  family: 'run',
  input: 'values-or-subgroups',
  parts: ['x'],
  sigma: [],
  phaseI(data, options = {}) {
    const x = data.starts ? subgroupStatistics(data).mean : data.values;
    const kept = x.filter((v, i) => v === v && !data.excluded?.[i]);
    const points = kept.length;
    if (points === 0) {
      return null;
    }
    const centre = options.target ?? medianInPlace(kept);
    return { kind: 'run', centre, sigmaWithin: NaN, sigmaBetween: 0, points, n: points, df: points - 1 };
  },
  phaseII(data, model) {
    const x = data.starts ? subgroupStatistics(data).mean : data.values;
    const part = emptyPart('x', 'location', x.length, true);
    part.points.set(x);
    part.centre.fill(model.centre);
    return [part];
  },
};
