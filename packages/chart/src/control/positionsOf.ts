import { type Points } from './formPoints';
import { type Observations } from './Observations';

/**
 * Where the points of every stream stand on the x axis: at the time of their last row, or at their place in process
 * order from 1 on (the row for individuals, the rank among all streams' subgroups else).
 */
export function positionsOf(
  obs: Observations,
  streams: ReadonlyArray<{ points: Points }>,
  xAxis: 'time' | 'order',
  individuals: boolean
): Float64Array[] {
  const lastRow = (points: Points, i: number) => points.rows[points.offsets[i + 1]! - 1]!;
  const { time } = obs;
  if (xAxis === 'time' && time) {
    return streams.map(({ points }) => Float64Array.from(points.breaks, (_, i) => time[lastRow(points, i)]!));
  }
  if (individuals) {
    return streams.map(({ points }) => Float64Array.from(points.breaks, (_, i) => lastRow(points, i) + 1));
  }
  const all = streams.flatMap(({ points }, s) =>
    Array.from(points.breaks, (_, i) => ({ s, i, row: lastRow(points, i) }))
  );
  all.sort((a, b) => a.row - b.row);
  const out = streams.map(({ points }) => new Float64Array(points.breaks.length));
  all.forEach(({ s, i }, rank) => (out[s]![i] = rank + 1));
  return out;
}
