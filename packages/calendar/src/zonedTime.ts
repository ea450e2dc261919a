import { HOUR } from './durations';
import { zoneOffset } from './zoneOffset';

/**
 * Unix ms of a local time, given as the Unix ms it would have in UTC. Of an hour that comes twice in autumn, and in the
 * one that spring leaves out, it is one of the two that it may be.
 */
export function zonedTime(local_ms: number, zone: string): number {
  const guess = local_ms - zoneOffset(zone, local_ms);
  return local_ms - zoneOffset(zone, guess);
}

/** Whether a local time comes twice, before and after the clock is put back. */
export function comesTwice(local_ms: number, zone: string): boolean {
  const half = 12 * HOUR;
  const moments = [local_ms - zoneOffset(zone, local_ms - half), local_ms - zoneOffset(zone, local_ms + half)];
  return moments[0] !== moments[1] && moments.every((at) => at + zoneOffset(zone, at) === local_ms);
}
