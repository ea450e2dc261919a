import { type PlannedStop, type Site } from '@cellthread/plan';

const weekdays = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

interface TimeInterval {
  times?: Array<{ start_time: string; end_time: string }>;
  weekdays?: string[];
  days_of_month?: string[];
  months?: string[];
  years?: string[];
  location: string;
}

const muteTimingName = (site: Pick<Site, 'id'>) => `cellthread-${site.id}-planned-stops`;

/** The planned stops of a site's calendar as one mute timing; Grafana's end of a day is 24:00. */
export function muteTiming(site: Site): { orgId: number; name: string; time_intervals: TimeInterval[] } {
  const { timezone, planned_stops } = site.calendar;
  return {
    orgId: 1,
    name: muteTimingName(site),
    time_intervals: planned_stops.flatMap((stop) => intervals(stop, timezone)),
  };
}

function intervals(stop: PlannedStop, location: string): TimeInterval[] {
  if ('days' in stop) {
    return overNight(stop.start, stop.end).map(([start_time, end_time], index) => ({
      times: [{ start_time, end_time }],
      weekdays: stop.days.map((day) => weekdays[index === 0 ? day : nextDay(day)]),
      location,
    }));
  }
  return daysBetween(local(stop.from, location), local(stop.to, location)).map(({ date, start, end }) => {
    const [year = '', month = '', day = ''] = date.split('-');
    return {
      times: [{ start_time: start, end_time: end }],
      days_of_month: [String(Number(day))],
      months: [String(Number(month))],
      years: [year],
      location,
    };
  });
}

function overNight(start: string, end: string): Array<[string, string]> {
  return end > start
    ? [[start, end]]
    : [[start, '24:00'], ...(end > '00:00' ? [['00:00', end] as [string, string]] : [])];
}

function nextDay(day: keyof typeof weekdays): keyof typeof weekdays {
  const days = Object.keys(weekdays) as Array<keyof typeof weekdays>;
  return days[(days.indexOf(day) + 1) % days.length] ?? day;
}

/** An instant as local date and time of a zone. */
function local(instant: string, timeZone: string): { date: string; time: string } {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant)
  );
  const [date = '', time = ''] = text.split(' ');
  return { date, time };
}

function daysBetween(from: { date: string; time: string }, to: { date: string; time: string }) {
  const days: Array<{ date: string; start: string; end: string }> = [];
  for (let day = new Date(`${from.date}T00:00:00Z`); ; day = new Date(day.getTime() + 86_400_000)) {
    const date = day.toISOString().slice(0, 10);
    if (date > to.date) {
      return days.filter(({ start, end }) => start < end);
    }
    days.push({ date, start: date === from.date ? from.time : '00:00', end: date === to.date ? to.time : '24:00' });
  }
}
