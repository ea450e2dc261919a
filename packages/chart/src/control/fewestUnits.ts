import { limitOf, type Limits, type Observations } from './Observations';
import { rowAt } from './Points';
import { type Rows } from './Rows';

/** Fewer expected of what is wrong tell little of a share: neighbouring windows become one. */
const fewestExpected = 5;

/**
 * How many units a point needs so that five of what is wrong are expected in it, by the frozen share, else by that of all rows. None where rows
 * are samples of their own; one where nothing is wrong anywhere, or five are expected in a single unit.
 */
export function fewestUnits(obs: Observations, limits: Limits, rows: Rows): number | undefined {
  if (obs.units) {
    return undefined;
  }
  const count = rows === 'all' ? obs.n : rows.length;
  let [wrong, inspected] = [0, 0];
  for (let k = 0; k < count; k++) {
    const v = obs.value[rowAt(rows, k)]!;
    wrong += Number.isNaN(v) ? 0 : v;
    inspected += Number.isNaN(v) ? 0 : 1;
  }
  const stated = count > 0 ? (limits.rows[limitOf(limits, rowAt(rows, count - 1))]?.centre ?? null) : null;
  const rate = stated ?? wrong / inspected;
  return rate > 0 ? Math.max(1, Math.ceil(fewestExpected / rate)) : undefined;
}
