import { checkPlan } from '../parsePlan';
import { planWith, type Parts } from '../planWith';
import { resolvePlan } from '../resolvePlan';
import { problemText } from '../problem';

const messages = (parts: Parts): string[] =>
  checkPlan(planWith(parts)).problems.map((problem) => problemText(problem, 'p').replace(/^p:\d+: /, ''));

const force = (stated: string): Parts => ({
  characteristics: `[{ id: force, name: Force, unit: 'suffix:kN', ${stated} }]`,
});
const at = '/stations/0/characteristics/0';
const shifts = (list: string): Parts => ({ calendar: `timezone: UTC, shifts: [${list}]` });
const limit = (stated: string): Parts => ({
  rest: `control_limits: [{ station: press, characteristic: force, model: normal, centre: 1, sigma_within: 1, status: provisional, ${stated} }]`,
});

describe('hours of a route', () => {
  const hours = (stated: string): Parts => ({ station: `, from_station: { station: press, ${stated} }` });

  test('the shortest time is not longer than the longest', () => {
    expect(messages(hours('min_hours: 5, max_hours: 3'))).toEqual([
      '/stations/1/from_station/min_hours: min_hours is 5, but max_hours 3: no item could be in time — correct the one that is wrong',
    ]);
    expect(messages(hours('min_hours: 3, max_hours: 3'))).toEqual([]);
  });
});

test('a station stands somewhere', () => {
  const areas = '[{ id: a1, name: A, lines: [{ id: l1, equipment: [{ id: press-01, station: press }] }] }]';
  expect(messages({ areas })).toEqual([
    '/stations/1/id: no equipment of station "bake" stands in any site — add its machines to a line under sites, or remove the station',
  ]);
});

test('machines are asked for what they have and stand at', () => {
  const asked = (stated: string): Parts => ({
    station: `, raw_values: [{ id: heat, name: Heat, unit: celsius }], requests: { ${stated} }`,
  });
  expect(messages(asked('pause: true, adjust: [{ characteristic: heat, by: [-1, 1], equipment: [oven-01] }]'))).toEqual(
    []
  );
  expect(
    messages(asked('pause: [press-01], adjust: [{ characteristic: force, by: [2, 1], equipment: [oven-02] }]'))
  ).toEqual([
    '/stations/1/requests/pause/0: machine of bake "press-01" is not in the plan — use one of: oven-01',
    '/stations/1/requests/adjust/0/characteristic: characteristic or raw value of bake "force" is not in the plan — use one of: heat',
    '/stations/1/requests/adjust/0/equipment/0: machine of bake "oven-02" is not in the plan — use one of: oven-01',
    '/stations/1/requests/adjust/0/by: the least change is 2, above the greatest, 1: nothing could be asked for — write the lower number first',
  ]);
});

test('a line has one name in all areas of its site', () => {
  const areas = (first: string, second: string) =>
    `[{ id: a1, name: A, lines: [{ id: l1${first}, equipment: [{ id: press-01, station: press }] }] }, { id: a2, name: B, lines: [{ id: l1${second}, equipment: [{ id: oven-01, station: bake }] }] }]`;
  expect(messages({ areas: areas(', name: Line 1', '') })).toEqual([]);
  expect(messages({ areas: areas('', ', name: Line 1') })).toEqual([]);
  expect(messages({ areas: areas(', name: Line 1', ', name: First line') })).toEqual([
    '/sites/0/areas/1/lines/0/name: line l1 of site s1 is called "Line 1" in another area — give it one name, or name it once',
  ]);
});

describe('shifts', () => {
  const advice = 'let one end when the other starts: a visit belongs to one shift';

  test('one after the other, also over midnight, are right', () => {
    expect(
      messages(
        shifts(
          "{ id: A, start: '00:00', end: '14:00' }, { id: B, start: '14:00', end: '22:00' }, { id: C, start: '22:00', end: '00:00' }"
        )
      )
    ).toEqual([]);
    expect(messages(shifts("{ id: A, start: '00:00', end: '00:00' }"))).toEqual([]);
  });

  test('two that share a minute are told', () => {
    expect(
      messages(shifts("{ id: A, start: '00:00', end: '14:01' }, { id: B, start: '14:00', end: '22:00' }"))
    ).toEqual([`/sites/0/calendar/shifts/1: shift "B" (14:00–22:00) overlaps with "A" (00:00–14:01) — ${advice}`]);
  });

  test('one that ends after midnight within the first of the next day is told', () => {
    expect(
      messages(shifts("{ id: A, start: '00:00', end: '08:00' }, { id: N, start: '22:00', end: '01:00' }"))
    ).toEqual([`/sites/0/calendar/shifts/1: shift "N" (22:00–01:00) overlaps with "A" (00:00–08:00) — ${advice}`]);
  });

  test('two of the whole day, and two within each other, are told', () => {
    expect(
      messages(shifts("{ id: A, start: '00:00', end: '00:00' }, { id: B, start: '09:00', end: '10:00' }"))
    ).toHaveLength(1);
    expect(
      messages(shifts("{ id: A, start: '09:00', end: '10:00' }, { id: B, start: '00:00', end: '00:00' }"))
    ).toHaveLength(1);
  });

  test('each has an id of its own', () => {
    expect(
      messages(shifts("{ id: A, start: '00:00', end: '08:00' }, { id: A, start: '08:00', end: '16:00' }"))
    ).toEqual([
      '/sites/0/calendar/shifts/1/id: shift (within site s1) ids are unique, "A" stands twice — rename one of the two',
    ]);
  });
});

test('a stop ends after it starts', () => {
  const stops =
    "planned_stops: [{ name: Clean, days: [mon], start: '06:00', end: '06:00' }, { name: Year, from: 2026-12-31T00:00:00Z, to: 2026-12-30T00:00:00Z }]";
  expect(messages({ calendar: `timezone: UTC, ${stops}` })).toEqual([
    '/sites/0/calendar/planned_stops/0: the stop "Clean" starts at 06:00 and ends at 06:00 — let it end after it starts',
    '/sites/0/calendar/planned_stops/1: the stop "Year" starts at 2026-12-31T00:00:00Z and ends at 2026-12-30T00:00:00Z — let it end after it starts',
  ]);
});

describe('limits of a part of the process', () => {
  const stratum = (stated: string) => messages(limit(`stratum: { ${stated} }`));

  test.each([
    ['equipment: press-02', 'equipment: there is no equipment "press-02" at station press — use one of: press-01'],
    ['equipment: oven-01', 'equipment: there is no equipment "oven-01" at station press — use one of: press-01'],
    [
      'equipment: press-01, position: middle',
      'position: there is no position "middle" at station press — use one of: left, right',
    ],
    ['site: s2', 'site: there is no site "s2" at station press — use one of: s1'],
    ['line: l2', 'line: there is no line "l2" at station press — use one of: l1'],
    ['zone: dry', 'zone: there is no zone "dry" at station press — use one of: none is defined'],
    ['shift: D', 'shift: there is no shift "D" at station press — use one of: none is defined'],
    ['product: p2', 'product: there is no product "p2" at station press — use one of: p1'],
  ])('must be of one that exists: %s', (stated, expected) => {
    expect(stratum(stated)).toEqual([`/control_limits/0/stratum/${expected}`]);
  });

  test('may be of anything that only the process knows, and of what the plan has', () => {
    expect(stratum('lot_foil: F-1')).toEqual([]);
    expect(stratum('site: s1, line: l1, equipment: press-01, position: left')).toEqual([]);
  });

  test('spec limits are held to the same', () => {
    expect(messages(force('overrides: [{ stratum: { equipment: press-09 }, usl: 1 }]'))).toEqual([
      `${at}/overrides/0/stratum/equipment: there is no equipment "press-09" at station press — use one of: press-01`,
    ]);
  });

  test('a machine whose id two sites use is named with its site', () => {
    const equipment = '[{ id: press-01, station: press }, { id: oven-01, station: bake }]';
    const two = planWith({ ...limit('stratum: { equipment: press-01 }') }).replace(
      'stations:\n',
      `  - { id: s2, name: S, calendar: { timezone: UTC }, areas: [{ id: a1, name: A, lines: [{ id: l1, equipment: ${equipment} }] }] }\nstations:\n`
    );
    const text = two
      .replace('sites: [{ id: s1', 'sites:\n  - { id: s1')
      .replace(/\}\]\n {2}- \{ id: s2/, '}\n  - { id: s2');
    const told = (plan: string) => checkPlan(plan).problems.map(({ rule, advice }) => `${rule} — ${advice}`);
    expect(told(text)).toEqual(['equipment "press-01" stands at s1 and s2 — state the site as well']);
    expect(told(text.replace('{ equipment: press-01 }', '{ site: s2, equipment: press-01 }'))).toEqual([]);
  });
});

describe('units', () => {
  const unit = (text: string): Parts => ({ characteristics: `[{ id: force, name: Force, unit: '${text}' }]` });

  test.each(['volt', 'none', 'suffix:mΩ', 'si:mF', 'currency:€', 'bool:shut/open'])('%s is one', (text) => {
    expect(messages(unit(text))).toEqual([]);
  });

  test.each([
    ['gram', 'suffix:gram'],
    ['suffix:', 'suffix:mm'],
    ['sufix:mm', 'suffix:mm'],
    ['Volt', 'suffix:Volt'],
  ])('"%s" is none', (text, instead) => {
    expect(messages(unit(text))).toEqual([
      `${at}/unit: "${text}" is no unit of Grafana's — write ${instead} to have it shown as it is (also prefix:, time:, si:, count:, currency:, bool:), or an id of Grafana's list such as celsius, volt, amph, lengthmm, none`,
    ]);
  });

  test('raw values have units as well', () => {
    expect(messages({ station: ', raw_values: [{ id: ocv, name: OCV, unit: V }]' })[0]).toMatch(
      /^\/stations\/1\/raw_values\/0\/unit: "V" is no unit/
    );
  });
});

describe('a bad direction', () => {
  test.each([
    ['high', 'usl', 'spec: { lsl: 1 }'],
    ['low', 'lsl', 'spec: { usl: 1 }'],
    ['high', 'usl', 'spec: { target: 1 }'],
  ])('%s needs a %s', (direction, side, spec) => {
    expect(messages(force(`bad_direction: ${direction}, ${spec}`))).toEqual([
      `${at}/bad_direction: bad_direction is ${direction}, but there is no ${side} that a bad value could pass — state ${side}, or correct bad_direction`,
    ]);
  });

  test('is held to in every override', () => {
    expect(messages(force('bad_direction: high, spec: { usl: 1 }, overrides: [{ product: p1, lsl: 1 }]'))).toEqual([
      `${at}/overrides/0: bad_direction is high, but there is no usl that a bad value could pass — state usl, or correct bad_direction`,
    ]);
  });

  test('is right with control limits alone: they have both sides', () => {
    expect(messages({ ...force('bad_direction: high'), ...limit('points: 1') })).toEqual([]);
  });
});

test('a chart of subgroups has more than one value in each', () => {
  expect(messages(force('chart: xbar-s, subgroup: { n: 1 }'))).toEqual([
    `${at}/subgroup/n: chart xbar-s shows the spread within subgroups, but n is 1 — state n of 2 or more, or chart: i-mr`,
  ]);
  expect(messages(force('chart: xbar-s'))).toEqual([]);
});

describe('ranges', () => {
  test('the plausible one contains the limits of every product', () => {
    expect(messages(force('plausible: [0, 10], spec: { usl: 9 }, overrides: [{ product: p1, usl: 11 }]'))).toEqual([
      `${at}/plausible: the plausible range goes from low to high and contains the spec limits — widen it: a value it leaves out is kept out of every statistic`,
    ]);
    expect(messages(force('plausible: [0, 10], spec: { lsl: 12 }'))).toHaveLength(1);
  });

  test('a gauge that only says "more" says it within the plausible range', () => {
    expect(messages(force('plausible: [0, 9], censored: { high: 10 }'))).toEqual([
      `${at}/censored: the ends of the measuring range go from low to high and lie within the plausible range — correct them, or widen plausible: what it leaves out is no value at all`,
    ]);
  });
});

test('two values are not derived from each other', () => {
  const derived = (id: string, from: string) =>
    `{ id: ${id}, name: N, unit: none, derived: { formula: tray_median_deviation, from: [${from}], reference: carrier } }`;
  expect(messages({ characteristics: `[${derived('a', 'b')}, ${derived('b', 'a')}]` })).toEqual([
    `${at}/derived/from/0: earlier characteristic or raw value of press "b" is not in the plan — use one of: none is defined`,
  ]);
});

test('two approvals of one person are one', () => {
  const twice = planWith().replace('{ name: b, role: r', '{ name: a, role: r');
  expect(checkPlan(twice).problems.map(({ rule }) => rule)).toEqual([
    'approvals are by two persons: their names are unique, "a" stands twice',
  ]);
  const limits = limit('stratum: { shift: A }')
    .rest!.replace(
      'status: provisional',
      'status: approved, points: 480, shifts_spanned: 27, baseline: { from: 2026-01-01T00:00:00Z, to: 2026-02-01T00:00:00Z }, approved_by: [Ann, Ann]'
    )
    .replace(', stratum: { shift: A }', '');
  expect(messages({ rest: limits })).toEqual([
    '/control_limits/0/status: approved control limits need 2 persons at approved_by (there is 1) — complete the entry, or set status: provisional',
  ]);
});

test('two sites name the area of a station as they like', () => {
  const other =
    'sites: [{ id: s2, name: T, calendar: { timezone: UTC }, areas: [{ id: hall, name: H, lines: [{ id: l9, equipment: [{ id: press-01, station: press }, { id: oven-01, station: bake }] }] }] }, ';
  const { problems, file } = checkPlan(planWith().replace('sites: [', other));
  expect(problems).toEqual([]);
  expect(resolvePlan(file!).stations.map(({ areas }) => areas)).toEqual([
    ['hall', 'a1'],
    ['hall', 'a1'],
  ]);
});

test('areas, lines, causes and actions have ids of their own', () => {
  const equipment = '[{ id: press-01, station: press }, { id: oven-01, station: bake }]';
  const areas = `[{ id: a1, name: A, lines: [{ id: l1, equipment: ${equipment} }, { id: l1, equipment: [] }] }, { id: a1, name: B, lines: [] }]`;
  const cause = '{ id: wear, text: { en: Wear } }';
  expect(messages({ areas, rest: `defaults: { causes: [${cause}, ${cause}] }` })).toEqual([
    '/sites/0/areas/1/id: area (within site s1) ids are unique, "a1" stands twice — rename one of the two',
    '/sites/0/areas/0/lines/1/id: line (within area a1) ids are unique, "l1" stands twice — rename one of the two',
    '/defaults/causes/1/id: cause ids are unique, "wear" stands twice — rename one of the two',
  ]);
});

describe('several cells out of spec', () => {
  test('of n cells at most n can be out of spec, whoever of station and characteristic states which', () => {
    expect(messages(force('k_of_n: { k: 30 }'))).toEqual([
      `${at}/k_of_n: k is 30, but n 20: of 20 cells never 30 are out of spec — let k be at most n`,
    ]);
    expect(messages(force('k_of_n: { k: 5, n: 5 }'))).toEqual([]);
    expect(messages({ ...force('k_of_n: { k: 12 }'), station: ', k_of_n: { n: 2 }' })).toEqual([
      '/stations/1/k_of_n: k is 3, but n 2: of 2 cells never 3 are out of spec — let k be at most n',
    ]);
  });

  test('only a zone may be beyond its spec for a while', () => {
    expect(messages(force('tolerate: 5m'))).toEqual([
      `${at}/tolerate: a value of a station is out of spec at once, only a zone may be so for a while — remove it, or let source be environment`,
    ]);
    const zone = messages(force('source: environment, quantity: humidity, tolerate: 5m'));
    expect(zone.filter((text) => text.includes('/tolerate'))).toEqual([]);
  });
});

test('an action brings back characteristics of its station, or whatever is wrong there', () => {
  const actions = (mends: string): Parts => ({
    station: `, actions: [{ id: oiled, text: { en: Oiled }, mends: [${mends}] }]`,
  });
  expect(messages(actions("'*'"))).toEqual([]);
  expect(messages(actions('width'))).toEqual([
    expect.stringMatching(
      /^\/stations\/1\/actions\/0\/mends\/0: characteristic of bake "width" is not in the plan — use one of: .*\*$/
    ),
  ]);
});
