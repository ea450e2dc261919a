import { type Numbers, typed } from '../model/Numbers';
import { type ChartData } from '@cellthread/stats';
import { type Points } from './formPoints';
import { gather } from './gather';

/** The points [start, end) as the statistics package reads them. */
export function chartDataOf(value: Numbers, points: Points, start: number, end: number, grouped: boolean): ChartData {
  const first = points.offsets[start]!;
  const last = points.offsets[end]!;
  return {
    values: typed(gather(value, points.rows.subarray(first, last))),
    breaks: points.breaks.subarray(start, end),
    ...(grouped ? { starts: points.offsets.slice(start, end).map((o) => o - first) } : {}),
  };
}
