import { type Plan, prototypeNames, reservedNames, type Station } from '@cellthread/plan';
import { brokerUsers } from 'cellthread-cli';
import type { Generator } from '../generator';

const quote = (text: string): string => JSON.stringify(text);

/** What a station may send in `values`, with its type. Readings of the environment come by another way. */
function valueTypes({ characteristics, raw_values }: Station): Array<[id: string, type: string]> {
  return [
    ...characteristics.filter(({ source }) => source === 'station').map(({ id, type }): [string, string] => [id, type]),
    ...raw_values.map(({ id }): [string, string] => [id, 'number']),
  ];
}

/** Readings of the environment that the plan watches. */
const quantities = ({ stations }: Plan): string[] => [
  ...new Set(
    stations.flatMap(({ characteristics }) =>
      characteristics.flatMap(({ source, quantity, id }) => (source === 'environment' ? [quantity ?? id] : []))
    )
  ),
];

/** `<site>/<line>` with the machines that stand there. */
function places({ sites, equipment }: Plan): Array<[place: string, ids: string[]]> {
  return sites.flatMap((site) =>
    site.lines.map((line): [string, string[]] => [
      `${site.id}/${line}`,
      equipment.filter((machine) => machine.site === site.id && machine.line === line).map(({ id }) => id),
    ])
  );
}

/** What Telegraf's scripts know of the plan; Starlark cannot read files. */
export function constants(plan: Plan): string {
  return `${[
    '# Generated from plan.yaml by `npm run gen`: do not edit.',
    '',
    'STATIONS = {',
    ...plan.stations.flatMap((station) => [
      `    ${quote(station.id)}: {`,
      `        "item": ${quote(station.item)},`,
      `        "resolution": ${quote(station.time_resolution)},`,
      '        "values": {',
      ...valueTypes(station).map(([id, type]) => `            ${quote(id)}: ${quote(type)},`),
      '        },',
      `        "materials": [${station.materials.map(quote).join(', ')}],`,
      '    },',
    ]),
    '}',
    'EQUIPMENT = {',
    ...places(plan).map(([place, ids]) => `    ${quote(place)}: [${ids.map(quote).join(', ')}],`),
    '}',
    `ZONES = [${plan.zones.map(({ id }) => quote(id)).join(', ')}]`,
    `QUANTITIES = [${quantities(plan).map(quote).join(', ')}]`,
    `PRODUCTS = [${plan.products.map(({ id }) => quote(id)).join(', ')}]`,
    `BUCKETS = ${plan.buckets}`,
    `PERSONAL_DATA = ${quote(plan.personal_data)}`,
    `KEEP_FREE_TEXT = ${plan.keep_free_text ? 'True' : 'False'}`,
    `DISPOSITION_MASTER = ${quote(plan.disposition_master)}`,
    `BROKER_USERS = [${brokerUsers.map(({ name }) => quote(name)).join(', ')}]`,
    'RESERVED = [',
    ...reservedNames.map((name) => `    ${quote(name)},`),
    ']',
    `PROTOTYPE_NAMES = [${prototypeNames.map(quote).join(', ')}]`,
  ].join('\n')}\n`;
}

export const telegrafConstants: Generator = {
  id: 'telegraf-constants',
  outputs: (plan) => ({ 'telegraf/processors/constants.gen.star': constants(plan) }),
};
