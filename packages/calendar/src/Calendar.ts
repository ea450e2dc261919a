import { DAY, MINUTE } from './durations';
import { ZoneClock } from './ZoneClock';

export interface CalendarPlan {
  timezone: string;
  shifts: readonly { id: string; start: string; end: string }[];
  planned_stops?: readonly {
    name: string;
    days?: readonly string[];
    start?: string;
    end?: string;
    from?: string | Date;
    to?: string | Date;
  }[];
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const minutes = (clock: string): number => {
  const [hours = '0', rest = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(rest);
};

/** The site's calendar: local time, shifts and planned stops. All moments in Unix ms. */
export class Calendar {
  readonly clock: ZoneClock;
  private readonly shifts: { id: string; start: number }[];
  private readonly weekly: { name: string; day: number; start: number; end: number }[] = [];
  private readonly single: { name: string; from: number; to: number }[] = [];

  constructor(plan: CalendarPlan) {
    this.clock = new ZoneClock(plan.timezone);
    this.shifts = plan.shifts.map(({ id, start }) => ({ id, start: minutes(start) })).sort((a, b) => a.start - b.start);
    for (const stop of plan.planned_stops ?? []) {
      if (stop.from !== undefined && stop.to !== undefined) {
        const [from, to] = [new Date(stop.from).getTime(), new Date(stop.to).getTime()];
        this.single.push({ name: stop.name, from, to });
      } else if (stop.start !== undefined && stop.end !== undefined) {
        const [start, end] = [minutes(stop.start), minutes(stop.end)];
        for (const day of stop.days ?? DAYS) {
          this.weekly.push({ name: stop.name, day: DAYS.indexOf(day), start, end: end > start ? end : end + 1440 });
        }
      }
    }
  }

  /** The planned stop at t, or undefined while the line runs. `until` is its end. */
  stopAt(t: number): { name: string; until: number } | undefined {
    const single = this.single.find(({ from, to }) => t >= from && t < to);
    if (single) {
      return { name: single.name, until: single.to };
    }
    const midnight = this.clock.midnight(t);
    const minute = (t - midnight) / MINUTE;
    const today = this.clock.weekday(t);
    for (const { name, day, start, end } of this.weekly) {
      for (const past of [0, 1]) {
        const m = minute + past * 1440;
        if ((day + past) % 7 === today && m >= start && m < end) {
          return { name, until: midnight + (end - past * 1440) * MINUTE };
        }
      }
    }
    return undefined;
  }

  /** t itself while the line runs, else the end of the planned stop(s). */
  nextRunning(t: number): number {
    let at = t;
    for (let guard = 0; guard < 20; guard++) {
      const stop = this.stopAt(at);
      if (!stop) {
        return at;
      }
      at = stop.until;
    }
    return at;
  }

  /** The shift at t: its id, its running number since 1970 and the moment it began. */
  shiftAt(t: number): { id: string; number: number; from: number } {
    const { shifts } = this;
    const midnight = this.clock.midnight(t);
    const minute = (t - midnight) / MINUTE;
    const today = Math.floor((t + this.clock.offset(t)) / DAY);
    const index = shifts.findLastIndex(({ start }) => start <= minute);
    const shift = shifts.at(index);
    if (!shift) {
      return { id: 'A', number: today, from: midnight };
    }
    // Before the day's first shift the last one of yesterday is still running.
    const late = index < 0;
    const number = late ? today * shifts.length - 1 : today * shifts.length + index;
    return { id: shift.id, number, from: midnight + shift.start * MINUTE - (late ? DAY : 0) };
  }
}
