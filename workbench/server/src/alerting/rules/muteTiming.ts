import * as v from 'valibot';

const clock = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, 'is no time of day such as 06:30'));

const interval = v.strictObject({
  times: v.optional(v.array(v.strictObject({ start_time: clock, end_time: clock }))),
  weekdays: v.optional(v.array(v.string())),
  days_of_month: v.optional(v.array(v.string())),
  months: v.optional(v.array(v.string())),
  years: v.optional(v.array(v.string())),
  location: v.optional(v.string(), 'UTC'),
});

/** An entry of `muteTimes`: when nobody is told. */
export const muteTimingSchema = v.strictObject({
  orgId: v.optional(v.number()),
  name: v.string(),
  time_intervals: v.array(interval),
});

export type MuteTiming = v.InferOutput<typeof muteTimingSchema>;
type Interval = MuteTiming['time_intervals'][number];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Whether a moment (Unix ms) lies in one of the intervals of a timing. Of what an interval does not name, all counts. */
export const isMuted = (timing: MuteTiming, atMs: number): boolean =>
  timing.time_intervals.some((one) => contains(one, atMs));

function contains({ times, weekdays, days_of_month, months, years, location }: Interval, atMs: number): boolean {
  const at = localTime(atMs, location);
  const last = new Date(Date.UTC(at.year, at.month, 0)).getUTCDate();
  return (
    within(times, ({ start_time, end_time }) => minutes(start_time) <= at.minute && at.minute < minutes(end_time)) &&
    within(weekdays, (range) => inRange(range, at.weekday, (day) => WEEKDAYS.indexOf(day.toLowerCase()))) &&
    within(days_of_month, (range) =>
      inRange(range, at.day, (day) => (Number(day) < 0 ? last + 1 + Number(day) : Number(day)))
    ) &&
    within(months, (range) =>
      inRange(range, at.month, (month) => MONTHS.indexOf(month.toLowerCase()) + 1 || Number(month))
    ) &&
    within(years, (range) => inRange(range, at.year, Number))
  );
}

const within = <T>(list: T[] | undefined, test: (entry: T) => boolean) => !list?.length || list.some(test);

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

function inRange(range: string, value: number, toNumber: (text: string) => number): boolean {
  const [from = '', to = from] = range.split(':');
  return toNumber(from) <= value && value <= toNumber(to);
}

/** A moment as a zone's calendar and clock show it. */
function localTime(atMs: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'long', hour: 'numeric', minute: 'numeric' },
  });
  const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts[type]);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    weekday: WEEKDAYS.indexOf((parts['weekday'] ?? '').toLowerCase()),
    minute: number('hour') * 60 + number('minute'),
  };
}
