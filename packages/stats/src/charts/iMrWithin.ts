import { rangeMoments } from '../constants/rangeDistribution';
import { estimateSigma } from '../sigma/sigmaEstimators';
import { dispersionLimits } from './dispersionLimits';
import { emptyPart } from './emptyPart';
import { meanOf } from './moments';
import { movingRanges } from './movingRanges';
import { subgroupStatistics } from './subgroupStatistics';
import { type ChartModel, type ChartType, type SigmaMethod } from './types';
import { withinPart } from './withinPart';

/** Within which two subgroup sizes are one: a harmonic mean of equal ones that was stored has its rounding. */
const SAME_SIZE = 1e-9;

/** σ of the mean of n values under a between/within model: σ_plotted² moved from its own size to n. */
function plottedSigma(model: ChartModel, n: number): number {
  const within = model.sigmaWithin * model.sigmaWithin;
  if (model.sigmaPlotted === undefined) {
    return Math.sqrt(model.sigmaBetween * model.sigmaBetween + within / n);
  }
  const size = model.subgroupSize ?? n;
  if (Math.abs(n - size) <= SAME_SIZE * size) {
    return model.sigmaPlotted;
  }
  const moved = model.sigmaPlotted * model.sigmaPlotted + within * (1 / n - 1 / size);
  return Math.sqrt(Math.max(moved, within / n));
}

/** I-MR-R and I-MR-S: individuals chart of subgroup means, their moving ranges, and the dispersion within. */
export function iMrWithin(id: string, title: string, statistic: 'r' | 's', sigma: readonly SigmaMethod[]): ChartType {
  return {
    id,
    title,
    family: 'subgroups',
    input: 'subgroups',
    parts: ['i', 'mr', statistic],
    subgroup: { min: 2, max: Infinity },
    sigma,
    phaseI(data, options = {}) {
      const stats = subgroupStatistics(data);
      const within = estimateSigma(options.sigma ?? sigma[0]!, data);
      const means = { values: stats.mean, breaks: data.breaks, excluded: data.excluded };
      const plotted = estimateSigma('mr-bar', means, options.span);
      const centre = meanOf(stats.mean, data.excluded);
      if (!within || !plotted || centre === null) {
        return null;
      }
      let inverse = 0;
      let smallest = Infinity;
      let largest = 0;
      let points = 0;
      let n = 0;
      for (let g = 0; g < stats.n.length; g++) {
        if (stats.n[g]! > 0 && !data.excluded?.[g]) {
          inverse += 1 / stats.n[g]!;
          smallest = Math.min(smallest, stats.n[g]!);
          largest = Math.max(largest, stats.n[g]!);
          points++;
          n += stats.n[g]!;
        }
      }
      // Exactly where all are equal, so that rounding does not make one size of two.
      const size = smallest === largest ? smallest : points / inverse;
      const between = plotted.sigma * plotted.sigma - (within.sigma * within.sigma) / size;
      return {
        kind: id,
        centre: options.target ?? centre,
        sigmaWithin: within.sigma,
        sigmaBetween: Math.sqrt(Math.max(0, between)),
        sigmaPlotted: plotted.sigma,
        subgroupSize: size,
        points,
        n,
        df: within.df,
        method: within.method,
      };
    },
    phaseII(data, model, options = {}) {
      const width = options.width ?? 3;
      const span = options.span ?? 2;
      const stats = subgroupStatistics(data);
      const count = stats.n.length;
      const location = emptyPart('i', 'location', count, true);
      const ranges = emptyPart('mr', 'between', count, false);
      location.points = stats.mean;
      ranges.points = movingRanges(stats.mean, data.breaks, data.excluded, span);
      const unit = dispersionLimits('r', span, options);
      const { d2 } = rangeMoments(span);
      for (let g = 0; g < count; g++) {
        location.centre[g] = model.centre;
        if (stats.n[g] === 0) {
          continue;
        }
        const spread = plottedSigma(model, stats.n[g]!);
        location.sigma[g] = spread;
        location.lcl[g] = model.centre - width * spread;
        location.ucl[g] = model.centre + width * spread;
        ranges.centre[g] = d2 * spread;
        ranges.sigma[g] = unit.sigma * spread;
        ranges.lcl[g] = unit.lcl * spread;
        ranges.ucl[g] = unit.ucl * spread;
      }
      return [location, ranges, withinPart(statistic, stats, model.sigmaWithin, options)];
    },
  };
}
