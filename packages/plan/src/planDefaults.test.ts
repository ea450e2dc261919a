import { namedEquipment, namedLines } from './names';
import { parsePlan } from './parsePlan';
import { planWith } from './planWith';

describe('defaults', () => {
  const small = parsePlan(planWith(), 'small.yaml');

  test('a plan that states nothing else takes the documented ones', () => {
    expect(small).toMatchObject({
      alarm_budget: { maintenance: 0.5, plant: 2 },
      personal_data: 'pseudonym',
      keep_free_text: false,
      disposition_master: 'cellthread',
      hold_expiry: {},
      answer_within: {},
      language: 'en',
      buckets: 4096,
      sites: [{ calendar: { day_start: '00:00', shifts: [], planned_stops: [] } }],
    });
  });

  test('lines and machines are called by their ids unless they have names', () => {
    expect([small.sites[0]?.line_names, small.equipment[0]?.name]).toEqual([{}, 'press-01']);
    const machine = '{ id: press-01, name: Press 1, station: press }, { id: oven-01, station: bake }';
    const called = parsePlan(
      planWith({ areas: `[{ id: a1, name: A, lines: [{ id: l1, name: Line 1, equipment: [${machine}] }] }]` }),
      'p.yaml'
    );
    expect([called.sites[0]?.line_names, called.equipment.map(({ name }) => name)]).toEqual([
      { l1: 'Line 1' },
      ['Press 1', 'oven-01'],
    ]);
    expect([namedLines(called), namedEquipment(called)]).toEqual([
      [{ id: 'l1', name: 'Line 1' }],
      [{ id: 'press-01', name: 'Press 1' }],
    ]);
  });

  test('a station', () => {
    expect(small.stations[0]).toMatchObject({
      time_resolution: 'ms',
      max_gap_s: 1800,
      retest: { max: 0, decide: 'last', count: false },
    });
    expect(small.stations[0]?.gate).toBeUndefined();
    expect(small.stations[1]).toMatchObject({ time_resolution: 's', gate: { unknown: 'deny' } });
  });

  test('a pause and a window leave room for the cells that a slow station makes, unless they are stated', () => {
    const slow = (station: string, characteristic = '') =>
      parsePlan(
        planWith({
          station: `}\n  - { id: seal, name: Seal, item: cell${station}, characteristics: [{ id: c, name: C, unit: none${characteristic} }]`,
          areas:
            '[{ id: a1, name: A, lines: [{ id: l1, equipment: [{ id: press-01, station: press }, { id: oven-01, station: bake }, { id: sealer, station: seal }] }] }]',
        }),
        'p.yaml'
      ).stations[2];
    const figures = (at: ReturnType<typeof slow>) => [
      at?.cycle_s,
      at?.max_gap_s,
      at?.characteristics[0]?.monitor.window_s,
    ];
    expect(figures(slow(', cycle: 10'))).toEqual([10, 1800, 900]);
    expect(figures(slow(', cycle: 240'))).toEqual([240, 2400, 2700]);
    expect(figures(slow(', cycle: 240', ', sample: 1 in 4, monitor: { min_n: 3 }'))).toEqual([240, 2400, 6300]);
    expect(figures(slow(', cycle: 3600', ', monitor: { min_n: 20 }'))).toEqual([3600, 36_000, 86_400]);
    expect(figures(slow(', cycle: 3600, max_gap: 1h', ', monitor: { window: 30m }'))).toEqual([3600, 3600, 1800]);
  });

  test('control limits of a slow station are judged by the window of its monitor, others by their own', () => {
    const limit = (more: string) =>
      `{ station: press, characteristic: force, model: normal, centre: 1, sigma_within: 1, status: provisional${more} }`;
    const windows = (characteristic: string, more = '') =>
      parsePlan(
        planWith({
          characteristics: `[{ id: force, name: F, unit: none${characteristic} }]`,
          rest: `control_limits: [${limit(more)}]`,
        }),
        'p.yaml'
      ).control_limits.map(({ window_s }) => window_s);
    expect(windows('')).toEqual([undefined]);
    expect(windows(', monitor: { window: 45m }')).toEqual([2700]);
    expect(windows(', monitor: { window: 45m }', ', window: 1h')).toEqual([3600]);
  });

  test('how many cells out of spec people are told of follows from the station, key by key; a zone may be so for a while', () => {
    const stated = parsePlan(
      planWith({
        station:
          ', k_of_n: { k: 2 } }\n  - { id: seal, name: Seal, item: cell, zone: z, k_of_n: { n: 9 }, characteristics: [{ id: f, name: F, unit: none, k_of_n: { k: 1 } }, { id: r, name: R, unit: none, source: environment, quantity: humidity }]',
        areas:
          '[{ id: a1, name: A, lines: [{ id: l1, equipment: [{ id: press-01, station: press }, { id: oven-01, station: bake }, { id: sealer, station: seal }] }] }]',
        rest: 'zones: [{ id: z, name: Z }]',
      }),
      'p.yaml'
    );
    const [press, bake, seal] = stated.stations;
    expect([press?.k_of_n, bake?.k_of_n]).toEqual([
      { k: 3, n: 20 },
      { k: 2, n: 20 },
    ]);
    expect(seal?.characteristics.map(({ k_of_n, tolerate_s }) => [k_of_n, tolerate_s])).toEqual([
      [{ k: 1, n: 9 }, undefined],
      [{ k: 3, n: 9 }, 300],
    ]);
  });

  test('counts and booleans are charted as such, a text not at all', () => {
    const of = (type: string) => `{ id: c_${type}, name: C, unit: none, type: ${type} }`;
    const typed = parsePlan(
      planWith({ characteristics: `[${['count', 'boolean', 'text'].map(of).join(', ')}]` }),
      'p.yaml'
    );
    expect(typed.stations[0]?.characteristics.map(({ chart, rules }) => [chart, rules.length])).toEqual([
      ['c', 2],
      ['p', 2],
      ['', 0],
    ]);
  });

  test('a characteristic', () => {
    expect(small.stations[0]?.characteristics[0]).toMatchObject({
      type: 'number',
      kind: 'product',
      unit_text: 'kN',
      sample: 'every cell',
      spec: {},
      subgroup: { by: ['equipment'], n: 1 },
      chart: 'i-mr',
      rules: ['N1', 'N2'],
      monitor: { window_s: 900, min_n: 5, against: 'sisters' },
      k_of_n: { k: 3, n: 20 },
      route: 'maintenance',
      severity: 'warning',
      reaction: { owner: 'shift lead', containment: 'hold', escalate_after_s: 1800 },
      capability_target: 1.33,
    });
  });

  test('numbers are held against parallel machines or positions of one line, where there are none against themselves', () => {
    const machine = (id: string) => `{ id: ${id}, station: press }`;
    const line = (id: string, ...machines: string[]) => `{ id: ${id}, equipment: [${machines.join(', ')}] }`;
    const rest = line('l9', '{ id: oven-01, station: bake }');
    const against = (...lines: string[]) =>
      parsePlan(
        planWith({
          characteristics:
            '[{ id: force, name: F, unit: none }, { id: cracks, name: C, unit: none, type: count }, { id: wear, name: W, unit: none, monitor: { against: self } }]',
          areas: `[{ id: a1, name: A, lines: [${[...lines, rest].join(', ')}] }]`,
        }),
        'p.yaml'
      ).stations[0]?.characteristics.map(({ monitor }) => monitor.against);
    expect(against(line('l1', machine('press-01'), machine('press-02')))).toEqual(['sisters', 'self', 'self']);
    expect(against(line('l1', machine('press-01')), line('l2', machine('press-02')))).toEqual(['self', 'self', 'self']);
  });
});
