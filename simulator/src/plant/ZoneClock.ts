export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Local wall-clock arithmetic of one time zone; offsets are asked once an hour and remembered. */
export class ZoneClock {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  constructor(readonly zone: string) {
    this.format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  }

  /** Local time minus UTC at t, in ms. */
  offset(t: number): number {
    const hour = Math.floor(t / HOUR);
    const known = this.offsets.get(hour);
    if (known !== undefined) {
      return known;
    }
    const parts: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(hour * HOUR)) {
      parts[type] = Number(value);
    }
    const { year = 0, month = 1, day = 1, hour: h = 0, minute = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, h, minute) - hour * HOUR;
    if (this.offsets.size > 5000) {
      this.offsets.clear();
    }
    this.offsets.set(hour, offset);
    return offset;
  }

  /** The last local midnight, in Unix ms. */
  midnight(t: number): number {
    const offset = this.offset(t);
    const local = Math.floor((t + offset) / DAY) * DAY;
    return local - this.offset(local - offset);
  }

  /** 0 (Sunday) … 6, local. */
  weekday(t: number): number {
    return new Date(t + this.offset(t)).getUTCDay();
  }

  /** Local calendar date. Month 1…12. */
  date(t: number): { year: number; month: number; day: number } {
    const local = new Date(t + this.offset(t));
    return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
  }
}
