import { type ChartType, resolveRules, type Rule, cellCharts } from '@cellthread/stats';
import { type ChartModel, type StreamModel } from '../model/ChartModel';
import { type Baseline, type BaselineChoice } from './Baseline';
import { chartedAs } from './charted';
import { controlStretches } from './controlStretches';
import { dividersOf } from './dividersOf';
import { estimateBaseline } from './estimateBaseline';
import { fewestUnits } from './fewestUnits';
import { formPoints } from './formPoints';
import { gather } from './gather';
import { excludedVisits, fillingSubgroups, specSide } from './hollowPoints';
import { levelPlots } from './levelPlots';
import { isOfLimits, markBeyond, markSignals, type Told } from './markSignals';
import { type Limits, type Observations } from './Observations';
import { isOfValues, type Part, partsOf } from './partsOf';
import { lastRows, type Points, rowsOf } from './Points';
import { positionsOf } from './positionsOf';
import { splitStreams } from './splitStreams';
import { countsReport, limitsReport, notCounted, type StreamReport } from './streamReport';

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
  /**
   * Baselines estimated before, by stream: they stand until the query or the options change, whatever is loaded since.
   */
  held?: ReadonlyMap<string, Baseline>;
  /** How many plots of the pair a draft needs, from the first on; all where absent. A judged chart has all. */
  draftPlots?: number;
  /** Signals that the datasource reports: the text for a row, empty for none. */
  reported?: (row: number) => string;
}

export interface ControlChart {
  model: ChartModel;
  /** One a stream of the model. */
  reports: StreamReport[];
  /** Baselines in use, by stream. */
  baselines: Map<string, Baseline>;
  /** False in a draft: patterns are not marked yet, and the reports count nothing. */
  judged: boolean;
}

/** A chart in two stages: what is drawn first, and what takes long on many points. */
export interface Draft {
  /** Points, limits, and the marks of points outside control and spec limits; no patterns, nothing counted. */
  chart: ControlChart;
  /** The whole chart: the same points with all signals and the reports. Yields wherever it may be put aside. */
  judge: () => Generator<void, ControlChart>;
}

/** Observations and limits in, the drawn chart with its signals and its numbers out: no I/O, clock or pixels. */
export function buildControlChart(obs: Observations, limits: Limits, options: ControlChartOptions): ControlChart {
  return finish(draftControlChart(obs, limits, options).judge());
}

/** The same chart in two stages, so that a million points are seen before they are judged. */
export function draftControlChart(obs: Observations, limits: Limits, options: ControlChartOptions): Draft {
  const type = chartOf(options.chart);
  const rules = resolveRules(options.rules);
  const charted = chartedAs(type, obs);
  const { individuals, counted } = charted;
  const told: Told = {
    reported: options.reported,
    specSide: counted || drawsValues(type) ? undefined : (row) => specSide(obs, limits, row),
  };
  const baselines = new Map<string, Baseline>();
  const parted = splitStreams(obs).map(({ name, rows }) => ({
    name,
    points: formPoints(obs, rows, {
      maxGap: options.maxGap,
      individuals,
      size: options.subgroupSize,
      least: counted ? fewestUnits(obs, limits, rows) : undefined,
    }),
  }));
  const positions = positionsOf(obs, parted, options.xAxis, individuals);
  const dividers = dividersOf(obs, options.xAxis, individuals);
  const made = parted.map(({ name, points }, s) => {
    const held = options.held?.get(name);
    const times = () => obs.time && gather(obs.time, lastRows(points));
    const baseline =
      held ?? (options.baseline && estimateBaseline(type, charted, obs, points, times(), options.baseline));
    if (baseline) {
      baselines.set(name, baseline);
    }
    const stretches = controlStretches(type, points, limits, baseline, individuals);
    const ofLimits = rules.filter(isOfLimits);
    const brief = levelPlots(type, obs.value, points, stretches, options.xAxis, options.draftPlots ?? Infinity);
    brief?.forEach((plot, k) => (plot.hits = markBeyond(plot, points, ofLimits, k === 0, options.reported)));
    const parts = () => partsOf(type, charted, obs, points, stretches, options.xAxis);
    const plots = brief ?? drawn(parts(), points, ofLimits, told);
    const stream: StreamModel = {
      name,
      x: positions[s]!,
      rowsOf: (point) => rowsOf(points, point),
      breaks: points.breaks,
      plots,
      hollow: individuals
        ? excludedVisits(obs, points, options.xAxis)
        : fillingSubgroups(obs, points, limits, { ...options, counted }),
    };
    return { stream, parts, about: { type, obs, limits, points, stretches, baseline, name } };
  });

  function* judge(): Generator<void, ControlChart> {
    const streams: StreamModel[] = [];
    const reports: StreamReport[] = [];
    for (const { stream, parts: partsAgain, about } of made) {
      const parts = partsAgain();
      yield;
      yield* markSignals(parts, about.points, rules, told);
      yield;
      const plots = parts.map((p) => p.plot);
      reports.push({
        ...limitsReport({ ...about, plots }),
        ...countsReport({ ...about, plots, rules: options.rules }),
      });
      streams.push({ ...stream, plots });
      yield;
    }
    return { model: { streams, dividers }, reports, baselines, judged: true };
  }

  return {
    chart: {
      model: { streams: made.map((m) => m.stream), dividers },
      reports: made.map(({ stream, about }) => ({
        ...limitsReport({ ...about, plots: stream.plots }),
        ...notCounted,
      })),
      baselines,
      judged: false,
    },
    judge,
  };
}

/** Whether its first part draws the single values, which are marked by their own limits. */
const drawsValues = ({ input, parts }: ChartType): boolean => input !== 'subgroups' && isOfValues(parts[0]!);

function drawn(parts: readonly Part[], points: Points, rules: readonly Rule[], told: Told) {
  finish(markSignals(parts, points, rules, told));
  return parts.map((p) => p.plot);
}

function chartOf(id: string): ChartType {
  const found = cellCharts.find((type) => type.id === id);
  if (!found) {
    throw new Error(`unknown chart "${id}"; known: ${cellCharts.map((type) => type.id).join(', ')}`);
  }
  return found;
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}
