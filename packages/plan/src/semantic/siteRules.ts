import type { SemanticRule } from './SemanticRule';
import { equipmentIn } from './walk';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const timeZones: SemanticRule = (file) =>
  file.sites.flatMap(({ calendar }, s) =>
    isTimeZone(calendar.timezone)
      ? []
      : [
          {
            path: ['sites', s, 'calendar', 'timezone'],
            rule: `"${calendar.timezone}" is not a time zone`,
            advice: 'use an IANA name such as Europe/Berlin',
          },
        ]
  );

const dayStart: SemanticRule = (file) =>
  file.sites.flatMap(({ calendar }, s) => {
    const { day_start = '00:00', shifts = [] } = calendar;
    return shifts.length === 0 || shifts.some(({ start }) => start === day_start)
      ? []
      : [
          {
            path: ['sites', s, 'calendar', 'day_start'],
            rule: 'the production day starts with a shift',
            advice: `let a shift start at ${day_start}, or day_start be the start of a shift`,
          },
        ];
  });

/** A station's area at a site is where its equipment stands: two areas would make "signals an area" mean nothing. */
const oneArea: SemanticRule = (file) =>
  file.sites.flatMap((site, s) => {
    const areas = new Map<string, string>();
    return equipmentIn(site, s).flatMap(({ equipment, area, path }) => {
      const first = areas.get(equipment.station) ?? area;
      areas.set(equipment.station, first);
      return first === area
        ? []
        : [
            {
              path: [...path, 'station'],
              rule: `equipment of station ${equipment.station} stands in area ${first} and in ${area} of site ${site.id}`,
              advice: 'move it, or make it a station of its own',
            },
          ];
    });
  });

/** A line runs through several areas, and is called the same in each. */
const oneLineName: SemanticRule = (file) =>
  file.sites.flatMap((site, s) => {
    const names = new Map<string, string>();
    return site.areas.flatMap((area, a) =>
      area.lines.flatMap(({ id, name }, l) => {
        const first = names.get(id) ?? name;
        if (first !== undefined) {
          names.set(id, first);
        }
        return name === undefined || name === first
          ? []
          : [
              {
                path: ['sites', s, 'areas', a, 'lines', l, 'name'],
                rule: `line ${id} of site ${site.id} is called "${first}" in another area`,
                advice: 'give it one name, or name it once',
              },
            ];
      })
    );
  });

export const siteRules: SemanticRule[] = [timeZones, dayStart, oneArea, oneLineName];
