import { type ChartData } from '@cellthread/stats';
import { type Points } from './formPoints';

/** The points [start, end) as the statistics package reads them. */
export function chartDataOf(
  value: Float64Array,
  points: Points,
  start: number,
  end: number,
  grouped: boolean
): ChartData {
  const first = points.offsets[start]!;
  const last = points.offsets[end]!;
  const values = new Float64Array(last - first);
  for (let i = first; i < last; i++) {
    values[i - first] = value[points.rows[i]!]!;
  }
  return {
    values,
    breaks: points.breaks.slice(start, end),
    ...(grouped ? { starts: points.offsets.slice(start, end).map((o) => o - first) } : {}),
  };
}
