import { alarms } from '../monitors/alarmBudget';
import type { Plan } from '../types';
import { json, type RowKind } from './row';

export interface Setting {
  name: string;
  value: string;
}

export const settingRow: RowKind<Setting> = {
  measurement: 'setting',
  about: 'A fact about the plant as a whole.',
  tags: { name: { about: 'see the list below', of: ({ name }) => name } },
  fields: { value: { type: 'text', about: 'text or JSON', of: ({ value }) => value } },
};

/** Names of settings, what they hold and where it comes from. A name ending in `:` is followed by the site, or the route. */
export const settings: Array<{ name: string; about: string; of: (plan: Plan) => Setting[] }> = [
  one('plan_number', 'number of the control plan', ({ header }) => header.number),
  one('plan_title', 'its title', ({ header }) => header.title),
  one('plan_revision', 'revision of the document', ({ header }) => String(header.revision)),
  one('plan_phase', 'prototype, pre-launch, safe-launch or production', ({ header }) => header.phase),
  one('enterprise', 'first topic segment after umh/v1', ({ enterprise }) => enterprise),
  one('buckets', 'buckets of the item index; look-ups try every value ever used', ({ buckets }) => String(buckets)),
  one('personal_data', 'pseudonym, clear or off', ({ personal_data }) => personal_data),
  one(
    'keep_free_text',
    'true or false: whether free text is kept unless personal data are `clear`',
    ({ keep_free_text }) => String(keep_free_text)
  ),
  one(
    'decisions_by',
    'mes, cellthread or both: whose decisions count that are stored once this is known; before, everybody’s',
    ({ disposition_master }) => disposition_master
  ),
  one(
    'hold_expiry',
    'JSON {kind of signal: seconds}: after which its hold ends by itself, never one of a CC or safety characteristic',
    ({ hold_expiry }) => json(hold_expiry)
  ),
  one(
    'answer_within',
    'JSON {what waits: seconds}: in which somebody answers it; what is not there has its default',
    ({ answer_within }) => json(answer_within)
  ),
  one('language', 'en or de: of what people are told, unless they ask for another', ({ language }) => language),
  {
    name: 'compressed',
    about:
      'of simulated records (`plan push --compressed 150`), not of a plan: the times of trays are divided by it, so is `min_hours`',
    of: () => [],
  },
  one('alarm_budget', 'JSON {maintenance, plant}: signals a shift', ({ alarm_budget }) => json(alarm_budget)),
  {
    name: 'alarm:<route>',
    about: 'JSON {lambda, width, shewhart, tail}: what departs so far, in σ or by chance, is an alarm of that route',
    of: (plan) =>
      Object.entries(alarms(plan)).map(([route, alarm]) => ({ name: `alarm:${route}`, value: json(alarm) })),
  },
  {
    name: 'currency',
    about: 'code of the currency of `cost_added`; absent where the plan states no costs',
    of: ({ currency }) => (currency === undefined ? [] : [{ name: 'currency', value: currency }]),
  },
  one('products', 'JSON list of {id, name}', ({ products }) => json(products)),
  one('zones', 'JSON list of {id, name}', ({ zones }) => json(zones)),
  one(
    'sites',
    'JSON list of {id, name, timezone, areas: [{id, name}], lines: [id], line_names: {id: name}}',
    ({ sites }) =>
      json(
        sites.map(({ id, name, calendar, areas, lines, line_names }) => ({
          id,
          name,
          timezone: calendar.timezone,
          areas,
          lines,
          // A plan without names is the row that it was before lines had any.
          ...(Object.keys(line_names).length > 0 && { line_names }),
        }))
      )
  ),
  {
    name: 'calendar:<site>',
    about: 'JSON {timezone, day_start, shifts: [{id, start, end}], planned_stops}',
    of: ({ sites }) => sites.map(({ id, calendar }) => ({ name: `calendar:${id}`, value: json(calendar) })),
  },
  {
    name: 'equipment:<site>',
    about: 'JSON list of {id, name (where it has one), station, area, line, positions: [name]}',
    of: ({ sites, equipment }) =>
      sites.map((site) => ({
        name: `equipment:${site.id}`,
        value: json(
          equipment
            .filter((e) => e.site === site.id)
            .map(({ site: _, id, name, ...rest }) => ({ id, ...(name !== id && { name }), ...rest }))
        ),
      })),
  },
];

function one(name: string, about: string, value: (plan: Plan) => string): (typeof settings)[number] {
  return { name, about, of: (plan) => [{ name, value: value(plan) }] };
}
