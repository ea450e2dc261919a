import type { PlanFile } from '../planFile';
import type { Problem } from '../problem';
import type { SemanticRule } from './SemanticRule';
import { any, isStratumKey } from '../stratum';
import { characteristicsIn, equipmentIn } from './walk';

function unknown(what: string, id: string, known: readonly string[], path: Problem['path']): Problem[] {
  return known.includes(id)
    ? []
    : [
        {
          path,
          rule: `${what} "${id}" is not in the plan`,
          advice: `use one of: ${known.join(', ') || 'none is defined'}`,
        },
      ];
}

const ids = (list: ReadonlyArray<{ id: string }> | undefined): string[] => (list ?? []).map(({ id }) => id);

const stations: SemanticRule = (file) => [
  ...file.sites.flatMap((site, s) =>
    equipmentIn(site, s).flatMap(({ equipment, path }) =>
      unknown('station', equipment.station, ids(file.stations), [...path, 'station'])
    )
  ),
  ...file.stations.flatMap((station, s) => {
    const path = ['stations', s, 'from_station', 'station'];
    // Only what stands before: a route must not turn back on itself.
    return station.from_station
      ? unknown('earlier station', station.from_station.station, ids(file.stations.slice(0, s)), path)
      : [];
  }),
];

const zones: SemanticRule = (file) =>
  file.stations.flatMap(({ zone }, s) =>
    zone === undefined ? [] : unknown('zone', zone, ids(file.zones), ['stations', s, 'zone'])
  );

const derivedInputs: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, station, path }) =>
    (characteristic.derived?.from ?? []).flatMap((input, index) =>
      unknown(
        `earlier characteristic or raw value of ${station.id}`,
        input,
        [
          // What stands before: a value must not come from itself, over however many others.
          ...ids(station.characteristics.slice(0, station.characteristics.indexOf(characteristic))),
          ...ids(station.raw_values),
        ],
        [...path, 'derived', 'from', index]
      )
    )
  );

const environmentZones: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, station, path }) =>
    characteristic.source === 'environment' && station.zone === undefined
      ? [
          {
            path: [...path, 'source'],
            rule: 'a characteristic of the environment needs a zone',
            advice: `state the zone of station ${station.id}`,
          },
        ]
      : []
  );

function product(file: PlanFile, id: string | undefined, path: Problem['path']): Problem[] {
  return id === undefined || id === any ? [] : unknown('product', id, ids(file.products), [...path, 'product']);
}

function keys(names: readonly string[], path: Problem['path']): Problem[] {
  return names
    .filter((key) => !isStratumKey(key))
    .map((key) => ({
      path,
      rule: `"${key}" is not a key that visits can be grouped by`,
      advice: 'use equipment, position, carrier, lane, lot_<material> or another key listed at stratum in schema.json',
    }));
}

const products: SemanticRule = (file) => [
  ...characteristicsIn(file).flatMap(({ characteristic, path }) =>
    (characteristic.overrides ?? []).flatMap((override, o) =>
      product(file, override.product, [...path, 'overrides', o])
    )
  ),
  ...(file.control_limits ?? []).flatMap((limit, l) => product(file, limit.product, ['control_limits', l])),
];

const strata: SemanticRule = (file) => [
  ...characteristicsIn(file).flatMap(({ characteristic, path }) => [
    ...keys(characteristic.subgroup?.by ?? [], [...path, 'subgroup', 'by']),
    ...(characteristic.overrides ?? []).flatMap((override, o) =>
      keys(Object.keys(override.stratum ?? {}), [...path, 'overrides', o, 'stratum'])
    ),
  ]),
  ...(file.control_limits ?? []).flatMap((limit, l) =>
    keys(Object.keys(limit.stratum ?? {}), ['control_limits', l, 'stratum'])
  ),
];

const limitTargets: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap((limit, l) => {
    const station = file.stations.find(({ id }) => id === limit.station);
    return station
      ? unknown(`characteristic of ${station.id}`, limit.characteristic, ids(station.characteristics), [
          'control_limits',
          l,
          'characteristic',
        ])
      : unknown('station', limit.station, ids(file.stations), ['control_limits', l, 'station']);
  });

/** What an action brings back; the actions of all stations can only bring back whatever is wrong. */
const mended: SemanticRule = ({ defaults = {}, stations: all }) =>
  [
    { of: 'every station', actions: defaults.actions, known: [], path: ['defaults'] as Problem['path'] },
    ...all.map(({ id, actions, characteristics }, s) => ({
      of: id,
      actions,
      known: ids(characteristics),
      path: ['stations', s] as Problem['path'],
    })),
  ].flatMap(({ of, actions, known, path }) =>
    (actions ?? []).flatMap(({ mends }, a) =>
      (mends ?? []).flatMap((id, m) =>
        unknown(`characteristic of ${of}`, id, [...known, any], [...path, 'actions', a, 'mends', m])
      )
    )
  );

/** What people may ask machines for: of machines and values that the station has, and by how much. */
const requested: SemanticRule = (file) => {
  const standing = file.sites.flatMap((site, s) => equipmentIn(site, s).map(({ equipment }) => equipment));
  return file.stations.flatMap(({ id, requests, characteristics, raw_values }, s) => {
    const path = ['stations', s, 'requests'];
    const machines = ids(standing.filter(({ station }) => station === id));
    const known = (named: boolean | string[] | undefined, at: Problem['path']) =>
      (Array.isArray(named) ? named : []).flatMap((machine, m) =>
        unknown(`machine of ${id}`, machine, machines, [...at, m])
      );
    return [
      ...known(requests?.pause, [...path, 'pause']),
      ...(requests?.adjust ?? []).flatMap(({ characteristic: of, by: [least, most], equipment }, a) => {
        const at = [...path, 'adjust', a];
        return [
          ...unknown(
            `characteristic or raw value of ${id}`,
            of,
            [...ids(characteristics), ...ids(raw_values)],
            [...at, 'characteristic']
          ),
          ...known(equipment, [...at, 'equipment']),
          ...(least > most
            ? [
                {
                  path: [...at, 'by'],
                  rule: `the least change is ${least}, above the greatest, ${most}: nothing could be asked for`,
                  advice: 'write the lower number first',
                },
              ]
            : []),
        ];
      }),
    ];
  });
};

export const referenceRules: SemanticRule[] = [
  stations,
  zones,
  derivedInputs,
  environmentZones,
  products,
  strata,
  limitTargets,
  mended,
  requested,
];
