import { type Equipment, equipmentAt, type PlannedStop, type Plan, type Site } from '@cellthread/plan';
import { markdownTable } from './markdown';

function stopText(stop: PlannedStop): string {
  return 'days' in stop
    ? `${stop.name}: ${stop.days.join(', ')} ${stop.start}–${stop.end}`
    : `${stop.name}: ${stop.from} to ${stop.to}`;
}

/** An id, after the name where it has one. */
const called = (id: string, name = id): string => (name === id ? id : `${name} \`${id}\``);

/** The machine and its positions, of many the first and the last. */
function machineText({ id, name, positions }: Equipment): string {
  const named = positions.length > 2 ? [positions[0], '…', positions.at(-1)].join(' ') : positions.join(', ');
  return called(id, name) + (named === '' ? '' : ` (${named})`);
}

function equipmentText(plan: Plan, site: string, line: string, station: string): string {
  return equipmentAt(plan, { site, line, station }).map(machineText).join(', ');
}

/** Calendar and equipment of a site. */
export function siteSection(plan: Plan, site: Site): string {
  const { calendar } = site;
  return [
    `### ${site.name} (\`${site.id}\`)`,
    [
      `- Time zone ${calendar.timezone}; the production day starts at ${calendar.day_start}.`,
      calendar.shifts.length === 0
        ? '- No shifts.'
        : `- Shifts: ${calendar.shifts.map(({ id, start, end }) => `${id} ${start}–${end}`).join(', ')}.`,
      ...calendar.planned_stops.map((stop) => `- Planned stop, ${stopText(stop)}.`),
    ].join('\n'),
    markdownTable(
      ['station', ...site.lines.map((line) => called(line, site.line_names[line]))],
      plan.stations.map(({ id }) => [id, ...site.lines.map((line) => equipmentText(plan, site.id, line, id))])
    ),
  ].join('\n\n');
}
