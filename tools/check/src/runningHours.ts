import { Calendar, HOUR, MINUTE } from '@cellthread/calendar';
import { type Plan } from '@cellthread/plan';

/** A week and a half: longer planned stops are not looked through. */
const MOST_MS = 250 * HOUR;

/** How long before a moment every site had run for so many hours, planned stops left out: `270m`, as the simulator takes it. */
export function runningHours(plan: Plan, hours: number, nowMs: number): string {
  const calendars = plan.sites.map(({ calendar }) => new Calendar(calendar));
  let [agoMs, ranMs] = [0, 0];
  while (ranMs < hours * HOUR && agoMs < MOST_MS) {
    agoMs += MINUTE;
    ranMs += calendars.some((calendar) => calendar.stopAt(nowMs - agoMs)) ? 0 : MINUTE;
  }
  return `${agoMs / MINUTE}m`;
}
