import { rangeMoments } from '../constants/rangeDistribution';
import { c4 } from '../constants/c4';
import { dispersionLimits } from './dispersionLimits';
import { emptyPart } from './emptyPart';
import { ewmaPart } from './ewmaPart';
import { medianInPlace } from './medianInPlace';
import { momentsOf } from './moments';
import { movingRanges } from './movingRanges';
import { shewhartPart } from './shewhartPart';
import { sisterWindows, type SisterWindows } from './sisterWindows';
import {
  type ChartData,
  type ChartModel,
  type ChartOptions,
  type ChartPart,
  type ChartType,
  type StratumModel,
} from './types';

const MIN_N = 5;

/** σ of a stream's plotted difference for n values, moved from its stated size through σ within. */
function plottedSigma(stratum: StratumModel, n: number): number {
  const within = stratum.sigmaWithin * stratum.sigmaWithin;
  const moved = stratum.sigmaPlotted * stratum.sigmaPlotted + within * (1 / n - 1 / stratum.subgroupSize);
  return Math.sqrt(Math.max(moved, within / n));
}

function stratumModel(w: SisterWindows, stream: number, data: ChartData, options: ChartOptions): StratumModel | null {
  const difference = w.difference[stream]!;
  const { n: points, mean, ss } = momentsOf(difference, data.excluded);
  if (points < 2) {
    return null;
  }
  let inverse = 0;
  let deviations = 0;
  let df = 0;
  let weighted = 0;
  for (let i = 0; i < w.count; i++) {
    if (difference[i] === difference[i] && !data.excluded?.[i]) {
      const n = w.n[stream]![i]!;
      inverse += 1 / n;
      if (n > 1) {
        const c = c4(n);
        const weight = (c * c) / (1 - c * c);
        deviations += (weight * w.sd[stream]![i]!) / c;
        weighted += weight;
        df += n - 1;
      }
    }
  }
  const ranges = momentsOf(movingRanges(difference, data.breaks, data.excluded));
  const moving = ranges.n > 0 ? ranges.mean / rangeMoments(2).d2 : NaN;
  return {
    id: stream,
    centre: mean,
    sigmaWithin: df > 0 ? deviations / weighted : 0,
    sigmaPlotted: options.sigma === 'mr-bar' ? moving : Math.sqrt(ss / (points - 1)) / c4(points),
    subgroupSize: points / inverse,
    points,
  };
}

function spreadPart(id: string, w: SisterWindows, stream: number, sigma: number, options: ChartOptions): ChartPart {
  const part = emptyPart(id, 'dispersion', w.count, false);
  const limits = { ...options, width: options.shewhart ?? 4.2, limits: options.limits ?? ('probability' as const) };
  for (let i = 0; i < w.count; i++) {
    const n = w.n[stream]![i]!;
    if (n >= (options.minN ?? MIN_N) && n >= 2) {
      const unit = dispersionLimits('s', n, limits);
      part.points[i] = w.sd[stream]![i]!;
      part.centre[i] = unit.centre * sigma;
      part.sigma[i] = unit.sigma * sigma;
      part.lcl[i] = unit.lcl * sigma;
      part.ucl[i] = unit.ucl * sigma;
    }
  }
  return part;
}

/**
 * Sister streams (nozzles, welders, channels in parallel). `starts` are windows, `groups` the stream of each value. A
 * stream's point is its window mean minus the median of its sisters' means: what all share (lot, temperature) cancels.
 * Against its own centre and σ (estimated from its own differences): EWMA (λ 0.2, L 4.0) with a Shewhart limit (4.2); a
 * standard deviation chart a stream by χ² probability limits; the median of all streams is the common mode.
 * σ is the unbiased standard deviation of the differences, `sigma: 'mr-bar'` their moving range.
 * Windows with fewer than `minN` values of a stream, and streams without sisters there, have no point.
 */
export const sister: ChartType = {
  id: 'sister',
  title: 'Sister streams',
  family: 'streams',
  input: 'streams',
  parts: ['common', 'ewma', 'x', 's'],
  sigma: ['overall', 'mr-bar'],
  phaseI(data, options = {}) {
    const windows = sisterWindows(data, options.minN ?? MIN_N);
    const strata: StratumModel[] = [];
    let n = 0;
    let within = 0;
    for (let stream = 0; stream < windows.streams; stream++) {
      const found = stratumModel(windows, stream, data, options);
      const missing = { id: stream, centre: NaN, sigmaWithin: NaN, sigmaPlotted: NaN, subgroupSize: NaN, points: 0 };
      strata.push(found ?? missing);
      n += found ? found.points * found.subgroupSize : 0;
      within += found ? found.sigmaWithin * found.sigmaWithin : 0;
    }
    const known = strata.filter((s) => s.points > 0).length;
    if (known === 0) {
      return null;
    }
    const common = windows.common.filter((v, i) => v === v && !data.excluded?.[i]);
    const spread = momentsOf(windows.common, data.excluded);
    const model: ChartModel = {
      kind: 'sister',
      centre: medianInPlace(common),
      sigmaWithin: Math.sqrt(within / known),
      sigmaBetween: 0,
      sigmaPlotted: spread.n > 1 ? Math.sqrt(spread.ss / (spread.n - 1)) : NaN,
      points: windows.count,
      n,
      df: spread.n - 1,
      strata,
    };
    return model;
  },
  phaseII(data, model, options = {}) {
    const windows = sisterWindows(data, options.minN ?? MIN_N, model.strata?.length);
    const { width = 4, shewhart = 4.2 } = options;
    const flat = new Float64Array(windows.count).fill(model.sigmaPlotted ?? NaN);
    const parts = [shewhartPart('common', { x: windows.common, sigma: flat }, model.centre, shewhart, false)];
    for (const stratum of model.strata ?? []) {
      const x = windows.difference[stratum.id]!;
      const sigma = new Float64Array(windows.count).fill(NaN);
      for (let i = 0; i < windows.count; i++) {
        sigma[i] = x[i] === x[i] ? plottedSigma(stratum, windows.n[stratum.id]![i]!) : NaN;
      }
      parts.push(
        ewmaPart(`ewma/${stratum.id}`, { x, sigma }, stratum.centre, data, options, width),
        shewhartPart(`x/${stratum.id}`, { x, sigma }, stratum.centre, shewhart, false),
        spreadPart(`s/${stratum.id}`, windows, stratum.id, stratum.sigmaWithin, options)
      );
    }
    return parts;
  },
};
