const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const quarter = 15 * 60_000;

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) {
    return known;
  }
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** What a clock of the zone is ahead of UTC at a moment, ms. Offsets change on quarters of an hour only. */
function offset(zone: string, utc_ms: number): number {
  const at = Math.floor(utc_ms / quarter) * quarter;
  const key = `${zone} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) {
    return known;
  }
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)])
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const ahead = Date.UTC(year, month - 1, day, hour, minute, second) - at;
  offsets.set(key, ahead);
  return ahead;
}

/**
 * Unix ms of a local time, given as the Unix ms it would have in UTC. Of an hour that comes twice in autumn, and in the one
 * that spring leaves out, it is one of the two that it may be.
 */
export function zonedTime(local_ms: number, zone: string): number {
  const guess = local_ms - offset(zone, local_ms);
  return local_ms - offset(zone, guess);
}

/** Whether a local time comes twice, before and after the clock is put back. */
export function comesTwice(local_ms: number, zone: string): boolean {
  const half = 12 * 3_600_000;
  const moments = [local_ms - offset(zone, local_ms - half), local_ms - offset(zone, local_ms + half)];
  return moments[0] !== moments[1] && moments.every((at) => at + offset(zone, at) === local_ms);
}
