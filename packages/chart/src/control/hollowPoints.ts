import { type HollowPoint } from '../model/ChartModel';
import { limitOf, type Limits, type Observations } from './Observations';
import { type Points } from './Points';

/** Visits that take no part, each at its own value. */
export function excludedVisits(obs: Observations, points: Points, xAxis: 'time' | 'order'): HollowPoint[] {
  return Array.from(points.excluded, (row) => ({
    x: xAxis === 'time' && obs.time ? obs.time[row]! : row + 1,
    y: obs.value[row]!,
    rows: Int32Array.of(row),
    kind: 'excluded',
    reason: obs.excluded?.(row) ?? '',
  }));
}

/** Subgroups that are still filling, at the mean of what they have: in process order behind the finished ones. */
export function fillingSubgroups(
  obs: Observations,
  points: Points,
  limits: Limits,
  { xAxis, subgroupSize, counted }: { xAxis: 'time' | 'order'; subgroupSize: number | null; counted: boolean }
): HollowPoint[] {
  return points.partial.map((rows, k) => {
    const values = Array.from(rows, (row) => obs.value[row]!).filter((v) => !Number.isNaN(v));
    const beyond = counted ? 0 : beyondSpec(obs, limits, rows);
    const of = subgroupSize === null ? '' : ` of ${subgroupSize}`;
    return {
      x: xAxis === 'time' && obs.time ? obs.time[rows[rows.length - 1]!]! : points.breaks.length + k + 1,
      y: values.reduce((sum, v) => sum + v / values.length, values.length > 0 ? 0 : NaN),
      rows,
      kind: 'partial',
      reason: `${rows.length}${of} values${beyond > 0 ? `, ${beyond} out of spec` : ''}`,
    };
  });
}

/** How many of the rows lie outside their spec limits. */
export function beyondSpec(obs: Observations, limits: Limits, rows: ArrayLike<number>): number {
  let count = 0;
  for (let k = 0; k < rows.length; k++) {
    count += specSide(obs, limits, rows[k]!) === null ? 0 : 1;
  }
  return count;
}

/** On which side of its spec limits a row lies; `null` inside, or where it has no value. */
export function specSide({ value }: Observations, limits: Limits, row: number): 'high' | 'low' | null {
  const v = value[row]!;
  const { lsl, usl } = limits.rows[limitOf(limits, row)] ?? { lsl: null, usl: null };
  return v > (usl ?? Infinity) ? 'high' : v < (lsl ?? -Infinity) ? 'low' : null;
}
