import { measurements } from '@cellthread/vocabulary';
import type { PlanFile } from '../planFile';
import type { Problem } from '../problem';
import type { Choice } from '../types';
import { isReserved, prototypeNames, reservedNames, valueNamePattern } from '../reserved';
import type { SemanticRule } from './SemanticRule';
import { characteristicsIn, equipmentIn, repeated } from './walk';

function valuesOf(file: PlanFile): Array<{ id: string; path: Problem['path'] }> {
  return [
    ...characteristicsIn(file).map(({ characteristic, path }) => ({ id: characteristic.id, path: [...path, 'id'] })),
    ...file.stations.flatMap((station, s) =>
      (station.raw_values ?? []).map(({ id }, r) => ({ id, path: ['stations', s, 'raw_values', r, 'id'] }))
    ),
  ];
}

const valueNames: SemanticRule = (file) =>
  valuesOf(file)
    .filter(({ id }) => isReserved(id) || !valueNamePattern.test(id))
    .map(({ id, path }) => ({
      path,
      rule: `"${id}" is a reserved name`,
      advice: `choose another; reserved are lot_* and ${reservedNames.join(', ')}`,
    }));

const stationNames: SemanticRule = (file) =>
  file.stations.flatMap(({ id }, index) =>
    (measurements as readonly string[]).includes(id)
      ? [
          {
            path: ['stations', index, 'id'],
            rule: `"${id}" is a measurement of Cellthread's own`,
            advice: 'choose another name for the station',
          },
        ]
      : []
  );

const uniqueIds: SemanticRule = (file) => [
  ...repeated(
    file.stations.map(({ id }, index) => ({ id, path: ['stations', index, 'id'] })),
    'station'
  ),
  ...repeated(
    file.products.map(({ id }, index) => ({ id, path: ['products', index, 'id'] })),
    'product'
  ),
  ...repeated(
    (file.zones ?? []).map(({ id }, index) => ({ id, path: ['zones', index, 'id'] })),
    'zone'
  ),
  ...repeated(
    file.sites.map(({ id }, index) => ({ id, path: ['sites', index, 'id'] })),
    'site'
  ),
  ...file.sites.flatMap((site, s) =>
    repeated(
      equipmentIn(site, s).map(({ equipment, path }) => ({ id: equipment.id, path: [...path, 'id'] })),
      `equipment (within site ${site.id})`
    )
  ),
];

/** Ids of what stands within something else. */
const uniqueWithin: SemanticRule = (file) => [
  ...file.sites.flatMap((site, s) => [
    ...repeated(
      site.areas.map(({ id }, a) => ({ id, path: ['sites', s, 'areas', a, 'id'] })),
      `area (within site ${site.id})`
    ),
    ...site.areas.flatMap((area, a) =>
      repeated(
        area.lines.map(({ id }, l) => ({ id, path: ['sites', s, 'areas', a, 'lines', l, 'id'] })),
        `line (within area ${area.id})`
      )
    ),
  ]),
  ...choicesIn(file).flatMap(([what, choices, path]) =>
    repeated(
      choices.map(({ id }, index) => ({ id, path: [...path, index, 'id'] })),
      what
    )
  ),
];

function choicesIn({ defaults = {}, stations }: PlanFile): Array<[string, Choice[], Problem['path']]> {
  const of = (from: { causes?: Choice[]; actions?: Choice[] }, path: Problem['path']) =>
    [
      ['cause', from.causes ?? [], [...path, 'causes']],
      ['action', from.actions ?? [], [...path, 'actions']],
    ] as Array<[string, Choice[], Problem['path']]>;
  return [...of(defaults, ['defaults']), ...stations.flatMap((station, s) => of(station, ['stations', s]))];
}

/** One person who signs twice is one person. */
const twoPersons: SemanticRule = (file) =>
  repeated(
    file.plan.approvals.map(({ name }, index) => ({ id: name, path: ['plan', 'approvals', index, 'name'] })),
    'approvals are by two persons: their',
    'names'
  );

const uniqueValues: SemanticRule = (file) =>
  file.stations.flatMap((_, s) =>
    repeated(
      valuesOf(file).filter(({ path }) => path[1] === s),
      'characteristic and raw value'
    )
  );

/** Everything of the plan that becomes a tag or a label, besides values. */
const labelsOf = (file: PlanFile): Array<{ id: string; path: Problem['path'] }> => [
  ...file.products.map(({ id }, index) => ({ id, path: ['products', index, 'id'] })),
  ...(file.zones ?? []).map(({ id }, index) => ({ id, path: ['zones', index, 'id'] })),
  ...file.stations.flatMap(({ id, materials }, s) => [
    { id, path: ['stations', s, 'id'] },
    ...(materials ?? []).map((material, m) => ({ id: material, path: ['stations', s, 'materials', m] })),
  ]),
  ...file.sites.flatMap((site, s) => [
    { id: site.id, path: ['sites', s, 'id'] },
    ...site.areas.flatMap(({ id, lines }, a) => [
      { id, path: ['sites', s, 'areas', a, 'id'] },
      ...lines.map((line, l) => ({ id: line.id, path: ['sites', s, 'areas', a, 'lines', l, 'id'] })),
    ]),
    ...equipmentIn(site, s).flatMap(({ equipment, path }) => [
      { id: equipment.id, path: [...path, 'id'] },
      ...(Array.isArray(equipment.positions) ? equipment.positions : []).map((position, p) => ({
        id: position,
        path: [...path, 'positions', p],
      })),
    ]),
  ]),
];

const objectNames: SemanticRule = (file) =>
  labelsOf(file)
    .filter(({ id }) => prototypeNames.includes(id))
    .map(({ id, path }) => ({
      path,
      rule: `"${id}" is a name that every JavaScript object has, and breaks what groups by it`,
      advice: 'choose another name',
    }));

export const nameRules: SemanticRule[] = [
  valueNames,
  stationNames,
  objectNames,
  uniqueIds,
  uniqueWithin,
  uniqueValues,
  twoPersons,
];
