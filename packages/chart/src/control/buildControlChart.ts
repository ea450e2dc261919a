import { chartType } from '@cellthread/stats';
import { type ChartModel, type ExcludedPoint, type StreamModel } from '../model/ChartModel';
import { type Baseline, type BaselineChoice } from './Baseline';
import { controlStretches } from './controlStretches';
import { dividersOf } from './dividersOf';
import { estimateBaseline } from './estimateBaseline';
import { formPoints, type Points } from './formPoints';
import { gather } from './gather';
import { lastRows } from './lastRows';
import { markSignals } from './markSignals';
import { type Limits, type Observations } from './Observations';
import { partsOf } from './partsOf';
import { positionsOf } from './positionsOf';
import { splitStreams } from './splitStreams';
import { type StreamReport, streamReport } from './streamReport';

export interface ControlChartOptions {
  /** Id in the registry of chart types of the statistics package. */
  chart: string;
  xAxis: 'time' | 'order';
  /** ms. */
  maxGap: number;
  /** Rows a subgroup holds at most; `null` leaves it to the subgroup key. */
  subgroupSize: number | null;
  /** Ids in the rule registry of the statistics package. */
  rules: readonly string[];
  baseline: BaselineChoice | null;
  /** Baselines estimated before, by stream: they stand until the query or the options change, whatever is loaded since. */
  held?: ReadonlyMap<string, Baseline>;
  /** Signals that the datasource reports: the text for a row, empty for none. */
  reported?: (row: number) => string;
}

export interface ControlChart {
  model: ChartModel;
  /** One a stream of the model. */
  reports: StreamReport[];
  /** Baselines in use, by stream. */
  baselines: Map<string, Baseline>;
}

/** Observations and limits in, the drawn chart with its signals and its numbers out: no I/O, clock or pixels. */
export function buildControlChart(obs: Observations, limits: Limits, options: ControlChartOptions): ControlChart {
  const type = chartType(options.chart);
  const individuals = type.input === 'values';
  const baselines = new Map<string, Baseline>();
  const parted = splitStreams(obs).map(({ name, rows }) => ({
    name,
    rows,
    points: formPoints(obs, rows, { maxGap: options.maxGap, individuals, size: options.subgroupSize }),
  }));
  const positions = positionsOf(obs, parted, options.xAxis, individuals);
  const made = parted.map(({ name, points }, s) => {
    const times = obs.time && gather(obs.time, lastRows(points));
    const baseline =
      options.held?.get(name) ??
      (options.baseline && estimateBaseline(type, obs.value, points, times, options.baseline));
    if (baseline) {
      baselines.set(name, baseline);
    }
    const stretches = controlStretches(type.id, points, limits, baseline, individuals);
    const parts = partsOf(type, obs.value, points, stretches, options.xAxis);
    markSignals(parts, points, options.rules, options.reported);
    const stream: StreamModel = {
      name,
      x: positions[s]!,
      rows: points.rows,
      offsets: points.offsets,
      breaks: points.breaks,
      plots: parts.map((p) => p.plot),
      excluded: individuals ? excludedOf(obs, points, options.xAxis) : [],
    };
    return {
      stream,
      report: streamReport({ type, rules: options.rules, obs, limits, points, stretches, parts, baseline, stream }),
    };
  });
  return {
    model: { streams: made.map((m) => m.stream), dividers: dividersOf(obs, options.xAxis, individuals) },
    reports: made.map((m) => m.report),
    baselines,
  };
}

function excludedOf(obs: Observations, points: Points, xAxis: 'time' | 'order'): ExcludedPoint[] {
  return Array.from(points.excluded, (row) => ({
    x: xAxis === 'time' && obs.time ? obs.time[row]! : row + 1,
    y: obs.value[row]!,
    row,
    reason: obs.excluded?.(row) ?? '',
  }));
}
