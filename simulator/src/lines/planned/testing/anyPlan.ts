import fc from 'fast-check';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/).map((text) => `x_${text}`);
const segment = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,30}$/);
const figure = fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((x) => Number(x.toPrecision(4)));
const width = fc.double({ min: 0.001, max: 1e3, noNaN: true }).map((x) => Number(x.toPrecision(3)));
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const distinct = <T>(arb: fc.Arbitrary<T>, key: (item: T) => string, least: number, most: number) =>
  fc.uniqueArray(arb, { selector: key, minLength: least, maxLength: most });

/** Drops what is undefined: JSON then says no more than was drawn. */
const stated = <T extends object>(shape: T): T => JSON.parse(JSON.stringify(shape)) as T;

const spec = fc
  .record({ middle: figure, low: maybe(width), high: maybe(width), target: fc.boolean() })
  .map(({ middle, low, high, target }) => ({
    lsl: low === undefined ? undefined : middle - low,
    target: target ? middle : undefined,
    usl: high === undefined ? undefined : middle + high,
  }));

const common = {
  id: name,
  name: fc.constant('N'),
  unit: fc.constant('none'),
  kind: fc.constantFrom('product', 'process'),
  decimals: fc.integer({ min: 0, max: 9 }),
  sample: maybe(
    fc.constantFrom('every cell', '1 in 7', 'each lot', 'every hour', 'each shift', 'continuous', 'every roll')
  ),
};

const number = fc.record({
  ...common,
  type: fc.constant('number'),
  spec: maybe(spec),
  expected: maybe(fc.record({ sigma: maybe(width), mean: figure })),
  distribution: maybe(fc.constantFrom('normal', 'lognormal', 'folded', 'percentile')),
  measurement: maybe(
    fc.record({
      resolution: maybe(width),
      grr: maybe(fc.double({ min: 0, max: 300, noNaN: true })),
      master_check: maybe(fc.constant('8h')),
    })
  ),
});
const count = fc.record({
  ...common,
  type: fc.constant('count'),
  spec: maybe(spec),
  expected: maybe(
    fc.oneof(
      fc.record({ mean: fc.double({ min: 0, max: 500, noNaN: true }) }),
      fc.record({ share: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
      fc.record({ sigma: width })
    )
  ),
});
const boolean = fc.record({
  ...common,
  type: fc.constant('boolean'),
  spec: maybe(fc.constantFrom({ lsl: 1 }, { usl: 0 }, {})),
  expected: maybe(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) })),
});
const text = fc.record({ ...common, type: fc.constant('text') });

const formulas = ['tray_median_deviation', 'self_discharge_k', 'temperature_25c'] as const;

const station = fc.record({
  id: name,
  name: fc.constant('S'),
  item: fc.constantFrom('batch', 'roll', 'cell', 'tray', 'module', 'pack'),
  cycle: maybe(fc.double({ min: 0.5, max: 7200, noNaN: true })),
  retest: maybe(fc.record({ max: fc.integer({ min: 0, max: 4 }) })),
  materials: maybe(fc.uniqueArray(name, { maxLength: 3 })),
  raw_values: fc.constant([
    { id: 'raw_one', name: 'R', unit: 'none' },
    { id: 'raw_two', name: 'R', unit: 'none' },
    { id: 'raw_three', name: 'R', unit: 'none' },
  ]),
  characteristics: distinct(fc.oneof(number, count, boolean, text), ({ id }) => id, 0, 5),
  derived: maybe(
    fc.record({
      formula: fc.constantFrom(...formulas),
      from: fc.subarray(['raw_one', 'raw_two', 'raw_three'], { minLength: 1 }),
    })
  ),
  sensed: maybe(fc.constantFrom('temperature', 'humidity', 'dew_point', 'particles')),
});

type Station = typeof station extends fc.Arbitrary<infer T> ? T : never;

/** A formula needs a number before it; a room's reading a zone. */
function withDerived({ derived, sensed, ...rest }: Station) {
  const last = { id: 'derived_last', name: 'D', unit: 'none', derived: derived && { coefficient: -0.02, ...derived } };
  const air = { id: 'air', name: 'A', unit: 'none', source: 'environment', quantity: sensed };
  return {
    ...rest,
    zone: 'room',
    characteristics: [...rest.characteristics, ...(derived ? [last] : []), ...(sensed ? [air] : [])],
  };
}

const clock = fc.constantFrom('00:00', '05:30', '06:00', '13:45', '22:00', '23:59');
const calendar = fc.record({
  timezone: fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Kiritimati'),
  day_start: fc.constant('06:00'),
  shifts: maybe(
    fc.constantFrom(
      [{ id: 'one', start: '06:00', end: '18:00' }],
      [
        { id: 'A', start: '06:00', end: '14:00' },
        { id: 'B', start: '14:00', end: '22:00' },
        { id: 'C', start: '22:00', end: '06:00' },
      ]
    )
  ),
  planned_stops: maybe(
    fc
      .record({
        name: fc.constant('stop'),
        days: fc.subarray(['mon', 'tue', 'sun'], { minLength: 1 }),
        start: clock,
        end: clock,
      })
      .filter(({ start, end }) => start !== end)
      .map((stop) => [stop])
  ),
});

const positions = fc.oneof(
  fc.record({ name: fc.constant('slot'), count: fc.integer({ min: 1, max: 40 }) }),
  fc.uniqueArray(segment, { minLength: 1, maxLength: 3 })
);

/** Plans of the schema's shape, in all that a simulation depends on, whatever the order of their stations. */
export const anyPlan = fc
  .record({
    stations: distinct(station, ({ id }) => id, 1, 6),
    products: fc.uniqueArray(segment, { minLength: 1, maxLength: 3 }),
    calendar,
    lines: fc.integer({ min: 1, max: 3 }),
    machines: fc.array(fc.record({ line: fc.nat(2), station: fc.nat(5), positions: maybe(positions) }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ stations, products, calendar: when, lines, machines }) => {
    // Each station stands somewhere, the drawn machines besides.
    const placed = [...stations.map((_, s) => ({ line: s % lines, station: s, positions: undefined })), ...machines];
    return stated({
      plan: {
        number: 'n',
        title: 't',
        revision: 1,
        phase: 'prototype',
        effective_from: '2026-01-01T00:00:00Z',
        fmea: 'f',
        team: [],
        approvals: [
          { name: 'a', role: 'r', date: '2026-01-01' },
          { name: 'b', role: 'r', date: '2026-01-01' },
        ],
      },
      enterprise: 'acme',
      products: products.map((id) => ({ id, name: 'P' })),
      zones: [{ id: 'room', name: 'Room' }],
      sites: [
        {
          id: 's1',
          name: 'S',
          calendar: when,
          areas: [
            {
              id: 'a1',
              name: 'A',
              lines: Array.from({ length: lines }, (_, l) => ({
                id: `l${l + 1}`,
                equipment: placed.flatMap(({ line, station: s, positions: p }, m) =>
                  line % lines === l
                    ? [{ id: `m${m + 1}`, station: stations[s % stations.length]?.id, positions: p }]
                    : []
                ),
              })),
            },
          ],
        },
      ],
      stations: stations.map(withDerived),
    });
  });
