import { type ChartData, type ChartType, type LevelPart } from '@cellthread/stats';
import { type LimitStep, type PlotModel } from '../model/ChartModel';
import { type Numbers, typed } from '../model/Numbers';
import { type Charted } from './charted';
import { chartDataOf } from './chartDataOf';
import { type ControlStretch } from './controlStretches';
import { type Points } from './Points';
import { gather } from './gather';
import { partTitle } from './partTitle';
import { known, modelOf } from './partsOf';

/**
 * The plots of a chart whose lines never change within a stretch, without an array a line: what a million points are
 * drawn from. `null` for types that have no such short form. Nothing is marked. `most` is how many plots are wanted,
 * from the first on.
 */
export function levelPlots(
  type: ChartType,
  value: Numbers,
  points: Points,
  stretches: readonly ControlStretch[],
  xAxis: 'time' | 'order',
  most: number
): PlotModel[] | null {
  if (!type.levels || type.input !== 'values') {
    return null;
  }
  const count = points.breaks.length;
  const several = stretches.length > 1;
  const plots: PlotModel[] = [];
  for (const s of stretches) {
    const lead = s.start > 0 ? 1 : 0;
    const levels = type.levels(lazyData(value, points, s.start - lead, s.end), modelOf(type, s));
    levels.slice(0, most).forEach((level, k) => {
      const { id, zones } = level;
      const plot = (plots[k] ??= { id, title: partTitle(type, id), zones, y: [], steps: [], hits: new Map() });
      if (level.points === 'values') {
        plot.y = s.start === 0 ? gather(value, points.rows) : plot.y;
      } else if (several) {
        const y = s.start === 0 ? new Float64Array(count).fill(NaN) : typed(plot.y);
        y.set(level.points().subarray(lead), s.start);
        plot.y = y;
      } else {
        plot.y = level.points();
      }
      if (s.end > s.start) {
        plot.steps.push(stepOf(level, s, k === 0, xAxis === 'time'));
      }
    });
  }
  return plots;
}

const single: Charted = { individuals: true, grouped: false, counted: false };

/** The points [start, end), whose values are copied for arithmetic only if some statistic is made of them. */
function lazyData(value: Numbers, points: Points, start: number, end: number): ChartData {
  let data: ChartData | undefined;
  return {
    get values() {
      return (data ??= chartDataOf({ value }, points, start, end, single)).values;
    },
    breaks: points.breaks.subarray(start, end),
  };
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
