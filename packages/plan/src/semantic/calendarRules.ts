import type { Problem } from '../problem';
import type { PlannedStop, Shift } from '../types';
import type { SemanticRule } from './SemanticRule';
import { repeated } from './walk';

const day = 24 * 60;

/** Minutes after midnight of `HH:MM`. */
function minutes(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (rest ?? Number.NaN);
}

/** First minute and length; a shift that ends when it starts lasts the whole day. */
function span({ start, end }: Shift): { from: number; length: number } {
  return { from: minutes(start), length: (minutes(end) - minutes(start) + day - 1) % day || day - 1 };
}

/** Whether two shifts have a minute in common, on any day. */
function overlap(a: Shift, b: Shift): boolean {
  const [first, second] = [span(a), span(b)];
  const after = (second.from - first.from + day) % day;
  return after <= first.length || (first.from - second.from + day) % day <= second.length;
}

const text = ({ id, start, end }: Shift): string => `"${id}" (${start}–${end})`;

const shifts: SemanticRule = (file) =>
  file.sites.flatMap(({ calendar }, s) => {
    const path = ['sites', s, 'calendar', 'shifts'];
    const list = calendar.shifts ?? [];
    return [
      ...repeated(
        list.map(({ id }, index) => ({ id, path: [...path, index, 'id'] })),
        `shift (within site ${file.sites[s]?.id})`
      ),
      ...list.flatMap((shift, index) =>
        list
          .slice(0, index)
          .filter((earlier) => overlap(earlier, shift))
          .map((earlier) => ({
            path: [...path, index],
            rule: `shift ${text(shift)} overlaps with ${text(earlier)}`,
            advice: 'let one end when the other starts: a visit belongs to one shift',
          }))
      ),
    ];
  });

function stopProblem(stop: PlannedStop, path: Problem['path']): Problem[] {
  const [from, to, wrong] =
    'days' in stop
      ? [stop.start, stop.end, stop.start === stop.end]
      : [stop.from, stop.to, Date.parse(stop.from) >= Date.parse(stop.to)];
  return wrong
    ? [
        {
          path,
          rule: `the stop "${stop.name}" starts at ${from} and ends at ${to}`,
          advice: 'let it end after it starts',
        },
      ]
    : [];
}

const stops: SemanticRule = (file) =>
  file.sites.flatMap(({ calendar }, s) =>
    (calendar.planned_stops ?? []).flatMap((stop, index) =>
      stopProblem(stop, ['sites', s, 'calendar', 'planned_stops', index])
    )
  );

export const calendarRules: SemanticRule[] = [shifts, stops];
