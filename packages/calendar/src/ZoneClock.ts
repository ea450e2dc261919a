import { DAY } from './durations';
import { zoneOffset } from './zoneOffset';

/** Local wall-clock arithmetic of one time zone. All moments in Unix ms. */
export class ZoneClock {
  constructor(readonly zone: string) {}

  /** Local time minus UTC at t, in ms. */
  offset(t: number): number {
    return zoneOffset(this.zone, t);
  }

  /** The last local midnight. */
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
