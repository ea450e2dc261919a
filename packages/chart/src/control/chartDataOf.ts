import { typed } from '../model/Numbers';
import { type ChartData } from '@cellthread/stats';
import { type Charted } from './charted';
import { type Observations } from './Observations';
import { type Points, rowAt, valuesBetween } from './Points';

/** The points [start, end) as the statistics package reads them. */
export function chartDataOf(
  obs: Pick<Observations, 'value' | 'units'>,
  points: Points,
  start: number,
  end: number,
  { grouped, counted }: Charted
): ChartData {
  const { offsets } = points;
  const breaks = points.breaks.subarray(start, end);
  if (counted) {
    return { ...countsBetween(obs, points, start, end), breaks };
  }
  return {
    values: typed(valuesBetween(obs.value, points, start, end)),
    breaks,
    ...(grouped && offsets ? { starts: offsets.slice(start, end).map((o) => o - offsets[start]!) } : {}),
  };
}

/** What is wrong and what was inspected behind every point; a point of which nothing is known has no size. */
function countsBetween(
  { value, units }: Pick<Observations, 'value' | 'units'>,
  { rows, offsets }: Points,
  start: number,
  end: number
): { values: Float64Array; sizes: Float64Array } {
  const values = new Float64Array(end - start);
  const sizes = new Float64Array(end - start);
  for (let i = start; i < end; i++) {
    const [first, past] = offsets ? [offsets[i]!, offsets[i + 1]!] : [i, i + 1];
    for (let k = first; k < past; k++) {
      const row = rowAt(rows, k);
      const wrong = value[row]!;
      if (!Number.isNaN(wrong)) {
        values[i - start]! += wrong;
        sizes[i - start]! += units ? units[row]! : 1;
      }
    }
    if (!(sizes[i - start]! > 0)) {
      values[i - start] = NaN;
    }
  }
  return { values, sizes };
}
