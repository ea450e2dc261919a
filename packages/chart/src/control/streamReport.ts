import { typed } from '../model/Numbers';
import { type ChartType, lagAutocorrelation } from '@cellthread/stats';
import { type LimitState, type PlotModel } from '../model/ChartModel';
import { type CapabilitySample, capabilitySample } from './capabilitySample';
import { expectedRate } from './expectedRate';
import { type Baseline } from './Baseline';
import { chartedAs } from './charted';
import { type ControlStretch } from './controlStretches';
import { chartDataOf } from './chartDataOf';
import { beyondSpec } from './hollowPoints';
import { limitOf, type Limits, type Observations } from './Observations';
import { type Points, rowAt } from './Points';

/** Limits in force at the last point of a stream. `null`: not known. */
export interface LimitsReport {
  name: string;
  centre: number | null;
  sigmaWithin: number | null;
  lcl: number | null;
  ucl: number | null;
  lsl: number | null;
  target: number | null;
  usl: number | null;
  state: LimitState;
  revision: string;
  baseline: Baseline | null;
  /** Why the plan's control limits are not drawn; `null` where they are, or where it has none. */
  refused: string | null;
  points: number;
  /** Subgroups that are no points yet. */
  partial: number;
  /** Rows that take no part. */
  excluded: number;
}

/** What has to be counted. */
export interface CountsReport {
  /** Single values that take part. */
  n: number;
  missing: number;
  /** Points with at least one signal of control, in either chart of the pair. */
  signals: number;
  outOfSpec: number;
  /** Share of points that the rules would mark if nothing were wrong; 0 without limits. */
  expectedRate: number;
  /** Autocorrelation of neighbouring values; above 0.2 limits of individuals are too narrow. */
  lag1: number | null;
  /** Of charts of counts: what is wrong, of how many units inspected; `null` of all others. */
  counted: { wrong: number; inspected: number } | null;
  /** What the capability is of; `null` where there is none to be stated. */
  sample: CapabilitySample | null;
}

/** What the statistics strip says of a stream. */
export interface StreamReport extends LimitsReport, CountsReport {}

interface Made {
  name: string;
  type: ChartType;
  obs: Observations;
  limits: Limits;
  points: Points;
  stretches: readonly ControlStretch[];
  plots: readonly PlotModel[];
  baseline: Baseline | null;
}

/** The counts of a chart that was not judged yet. */
export const notCounted: CountsReport = {
  n: 0,
  missing: 0,
  signals: 0,
  outOfSpec: 0,
  expectedRate: 0,
  lag1: null,
  counted: null,
  sample: null,
};

export function limitsReport({ name, points, stretches, plots, baseline }: Made): LimitsReport {
  const last = stretches[stretches.length - 1];
  const step = plots[0]?.steps.at(-1);
  return {
    name,
    points: points.breaks.length,
    partial: points.partial.length,
    refused: last?.row?.refused?.why ?? null,
    excluded: points.excluded.length,
    centre: step?.centre ?? null,
    sigmaWithin: last?.model?.sigmaWithin ?? null,
    lcl: step?.lcl ?? null,
    ucl: step?.ucl ?? null,
    lsl: last?.row?.lsl ?? null,
    target: last?.row?.target ?? null,
    usl: last?.row?.usl ?? null,
    state: step?.state ?? last?.state ?? 'none',
    revision: last?.row?.revision ?? '',
    baseline: baseline && last?.model === baseline.model ? baseline : null,
  };
}

export function countsReport(made: Made & { rules: readonly string[] }): CountsReport {
  const { type, rules, obs, points, stretches, plots } = made;
  const signalled = new Set<number>();
  for (const plot of plots) {
    for (const [point, hits] of plot.hits) {
      if (hits.some((h) => h.kind === 'out-of-control' || h.kind === 'pattern')) {
        signalled.add(point);
      }
    }
  }
  const last = stretches[stretches.length - 1];
  const { individuals, grouped, counted } = chartedAs(type, obs);
  const size = individuals && !counted ? 1 : typicalSize(points, obs);
  return {
    ...countValues(made),
    signals: signalled.size,
    expectedRate: last?.model ? expectedRate(type, rules, size, last.model) : 0,
    lag1: plots[0] ? lagAutocorrelation(typed(plots[0].y), 1, points.breaks) : null,
    counted: counted ? wrongOf(made) : null,
    sample: counted ? null : capabilitySample(obs.value, points, stretches, grouped),
  };
}

function countValues({ obs, limits, points }: Made): Pick<CountsReport, 'n' | 'missing' | 'outOfSpec'> {
  let n = 0;
  let outOfSpec = 0;
  let of = -2;
  let [low, high] = [-Infinity, Infinity];
  const { rows } = points;
  let count = rows === 'all' ? obs.n : rows.length;
  for (let i = 0, end = count; i < end; i++) {
    const row = rowAt(rows, i);
    const v = obs.value[row]!;
    const now = limitOf(limits, row);
    if (now !== of) {
      of = now;
      low = limits.rows[of]?.lsl ?? -Infinity;
      high = limits.rows[of]?.usl ?? Infinity;
    }
    n += Number.isNaN(v) ? 0 : 1;
    outOfSpec += v > high || v < low ? 1 : 0;
  }
  for (const open of points.partial) {
    count += open.length;
    n += open.reduce((sum, row) => sum + (Number.isNaN(obs.value[row]!) ? 0 : 1), 0);
    outOfSpec += beyondSpec(obs, limits, open);
  }
  return { n, missing: count - n, outOfSpec };
}

function wrongOf({ obs, points }: Made): { wrong: number; inspected: number } {
  const { values, sizes } = chartDataOf(obs, points, 0, points.breaks.length, chartedCounts);
  let [wrong, inspected] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    wrong += Number.isNaN(values[i]!) ? 0 : values[i]!;
    inspected += sizes![i]!;
  }
  return { wrong, inspected };
}

const chartedCounts = { individuals: false, grouped: false, counted: true };

/** Values, or units inspected, of the middle one of the points, ordered by size. */
function typicalSize({ rows, offsets, breaks }: Points, { units }: Observations): number {
  const sizes = Float64Array.from(breaks, (_, i) =>
    offsets ? offsets[i + 1]! - offsets[i]! : units ? units[rowAt(rows, i)]! : 1
  ).sort();
  return sizes[sizes.length >> 1] ?? 1;
}
