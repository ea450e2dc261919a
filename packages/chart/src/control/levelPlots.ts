import { type ChartType, compare, type LevelPart, type Rule } from '@cellthread/stats';
import { type Hit, type LimitStep, type PlotModel } from '../model/ChartModel';
import { chartDataOf } from './chartDataOf';
import { type ControlStretch } from './controlStretches';
import { type Points } from './formPoints';
import { partTitle } from './partTitle';
import { known, modelOf } from './partsOf';

/**
 * The plots of a chart whose lines never change within a stretch, without an array a line: what a million points are
 * drawn from. `null` for types that have no such short form. Hits are of the rules of limits alone.
 */
export function levelPlots(
  type: ChartType,
  value: Float64Array,
  points: Points,
  stretches: readonly ControlStretch[],
  xAxis: 'time' | 'order',
  rules: readonly Rule[]
): PlotModel[] | null {
  if (!type.levels || type.input !== 'values') {
    return null;
  }
  const plots: PlotModel[] = [];
  for (const s of stretches) {
    const lead = s.start > 0 ? 1 : 0;
    const levels = type.levels(chartDataOf(value, points, s.start - lead, s.end, false), modelOf(type, s));
    levels.forEach((level, k) => {
      const { id, zones } = level;
      const plot = (plots[k] ??= { id, title: partTitle(id), zones, y: level.points, steps: [], hits: new Map() });
      if (stretches.length > 1) {
        plot.y = s.start === 0 ? new Float64Array(points.breaks.length).fill(NaN) : plot.y;
        plot.y.set(level.points.subarray(lead), s.start);
      }
      if (s.end > s.start) {
        const step = stepOf(level, s, k === 0, xAxis === 'time');
        plot.steps.push(step);
        markBeyond(plot, step, rules);
      }
    });
  }
  return plots;
}

function stepOf(
  level: LevelPart,
  { start, end, row, state }: ControlStretch,
  first: boolean,
  time: boolean
): LimitStep {
  const stated = first && row && row.lcl !== null && row.ucl !== null ? row : null;
  return {
    start,
    end,
    centre: known(level.centre),
    lcl: stated ? stated.lcl : known(level.lcl),
    ucl: stated ? stated.ucl : known(level.ucl),
    sigma: known(level.sigma),
    lsl: first ? (row?.lsl ?? null) : null,
    target: first ? (row?.target ?? null) : null,
    usl: first ? (row?.usl ?? null) : null,
    state,
    since: time ? (row?.from ?? null) : null,
  };
}

function markBeyond({ y, hits }: PlotModel, { start, end, centre, lcl, ucl }: LimitStep, rules: readonly Rule[]): void {
  if (centre === null || rules.length === 0) {
    return;
  }
  const [low, high] = [lcl ?? -Infinity, ucl ?? Infinity];
  for (let i = start; i < end; i++) {
    const v = y[i]!;
    // The plain comparison settles nearly all points; rounding is looked at only beyond it.
    if (v > high || v < low) {
      const side = compare(v, high) > 0 ? 'high' : compare(v, low) < 0 ? 'low' : null;
      if (side) {
        hits.set(
          i,
          rules.map((r): Hit => ({ kind: 'out-of-control', rule: r.id, title: r.title, side, members: [i] }))
        );
      }
    }
  }
}
