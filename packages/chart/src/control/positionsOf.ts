import { type Numbers } from '../model/Numbers';
import { gather } from './gather';
import { type Observations } from './Observations';
import { lastRows, listed, type Points } from './Points';

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
  if (xAxis === 'time' && time) {
    return streams.map(({ points }) => gather(time, lastRows(points)));
  }
  const last = streams.map(({ points }) => listed(lastRows(points), obs.n));
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
