import { capability, type Capability } from '@cellthread/stats';
import { type ControlStretch } from './controlStretches';
import { type Points } from './formPoints';
import { gather } from './gather';

/** Fewest values that an index is stated for. */
const fewest = 25;

/**
 * Capability of a stream's single values that take part; `null` without a spec, with too few values, and where the spec
 * changed on the way (one index cannot speak of two specs).
 */
export function capabilityOf(
  value: Float64Array,
  points: Points,
  stretches: readonly ControlStretch[],
  grouped: boolean
): Capability | null {
  const spec = stretches[0]?.row;
  const same = stretches.every(({ row }) => row?.lsl === spec?.lsl && row?.usl === spec?.usl);
  if (!spec || !same || (spec.lsl === null && spec.usl === null)) {
    return null;
  }
  const values = gather(value, points.rows);
  const data = grouped ? { values, starts: points.offsets.slice(0, -1) } : { values, breaks: points.breaks };
  const found = capability(data, { lsl: spec.lsl, target: spec.target, usl: spec.usl });
  return found && found.n >= fewest ? found : null;
}
