import { type ChartType, type LevelPart } from '@cellthread/stats';
import { type LimitStep, type PlotModel } from '../model/ChartModel';
import { chartDataOf } from './chartDataOf';
import { type ControlStretch } from './controlStretches';
import { type Points } from './formPoints';
import { partTitle } from './partTitle';
import { known, modelOf } from './partsOf';

/**
 * The plots of a chart whose lines never change within a stretch, without an array a line: what a million points are
 * drawn from. `null` for types that have no such short form. Nothing is marked. `most` is how many
 * plots are wanted, from the first on.
 */
export function levelPlots(
  type: ChartType,
  value: Float64Array,
  points: Points,
  stretches: readonly ControlStretch[],
  xAxis: 'time' | 'order',
  most: number
): PlotModel[] | null {
  if (!type.levels || type.input !== 'values') {
    return null;
  }
  const count = points.breaks.length;
  const plots: PlotModel[] = [];
  for (const s of stretches) {
    const lead = s.start > 0 ? 1 : 0;
    const levels = type.levels(chartDataOf(value, points, s.start - lead, s.end, false), modelOf(type, s));
    levels.slice(0, most).forEach((level, k) => {
      const { id, zones } = level;
      const points = level.points();
      const plot = (plots[k] ??= { id, title: partTitle(id), zones, y: points, steps: [], hits: new Map() });
      if (stretches.length > 1) {
        plot.y = s.start === 0 ? new Float64Array(count).fill(NaN) : plot.y;
        plot.y.set(points.subarray(lead), s.start);
      }
      if (s.end > s.start) {
        const step = stepOf(level, s, k === 0, xAxis === 'time');
        plot.steps.push(step);
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
