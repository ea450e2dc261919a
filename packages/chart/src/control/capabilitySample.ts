import { type Numbers, typed } from '../model/Numbers';
import { type ChartData, type Spec } from '@cellthread/stats';
import { type ControlStretch } from './controlStretches';
import { type Points } from './Points';
import { gather } from './gather';

/** Single values that take part, and the spec they are held against. */
export interface CapabilitySample {
  data: () => ChartData;
  spec: Spec;
}

/**
 * What a stream's capability is of; `null` without a spec, and where the spec changed on the way (one index cannot
 * speak of two specs).
 */
export function capabilitySample(
  value: Numbers,
  points: Points,
  stretches: readonly ControlStretch[],
  grouped: boolean
): CapabilitySample | null {
  const spec = stretches[0]?.row;
  const same = stretches.every(({ row }) => row?.lsl === spec?.lsl && row?.usl === spec?.usl);
  if (!spec || !same || (spec.lsl === null && spec.usl === null)) {
    return null;
  }
  return {
    data: () => {
      const values = typed(gather(value, points.rows));
      return grouped && points.offsets
        ? { values, starts: points.offsets.slice(0, -1) }
        : { values, breaks: points.breaks };
    },
    spec: { lsl: spec.lsl, target: spec.target, usl: spec.usl },
  };
}
