import { type Numbers } from '../model/Numbers';
import { type Points } from './formPoints';
import { gather } from './gather';
import { lastRows } from './lastRows';
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
): Numbers[] {
  const { time } = obs;
  const last = streams.map(({ points }) => lastRows(points));
  if (xAxis === 'time' && time) {
    return last.map((rows) => gather(time, rows));
  }
  const out = last.map((rows) => new Float64Array(rows.length));
  if (individuals) {
    last.forEach((rows, s) => rows.forEach((row, i) => (out[s]![i] = row + 1)));
    return out;
  }
  const all = last.flatMap((rows, s) => Array.from(rows, (row, i) => ({ s, i, row })));
  all.sort((a, b) => a.row - b.row);
  all.forEach(({ s, i }, rank) => (out[s]![i] = rank + 1));
  return out;
}
