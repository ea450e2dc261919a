import { tzOffset } from '@date-fns/tz';
import { MINUTE } from './durations';

const QUARTER = 15 * MINUTE;
const MOST = 5000;
const zones = new Map<string, Map<number, number>>();

/**
 * What a clock of the zone is ahead of UTC at a moment (Unix ms), in ms, by the platform's zone data. Offsets change on
 * quarters of an hour only, so each quarter is asked once and remembered.
 * @throws RangeError for a zone that the platform does not know
 */
export function zoneOffset(zone: string, t: number): number {
  let offsets = zones.get(zone);
  if (!offsets || offsets.size > MOST) {
    offsets = new Map();
    zones.set(zone, offsets);
  }
  const quarter = Math.floor(t / QUARTER);
  const known = offsets.get(quarter);
  if (known !== undefined) {
    return known;
  }
  const offset = tzOffset(zone, new Date(quarter * QUARTER)) * MINUTE;
  if (Number.isNaN(offset)) {
    throw new RangeError(`"${zone}" is no time zone of this platform.`);
  }
  offsets.set(quarter, offset);
  return offset;
}
