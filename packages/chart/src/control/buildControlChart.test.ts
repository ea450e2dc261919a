import { buildScene } from '../scene/buildScene';
import { HOLLOW } from '../scene/Scene';
import { sceneText } from '../scene/sceneText';
import { buildControlChart, type ControlChartOptions, draftControlChart } from './buildControlChart';
import { type LimitRow, type Limits, type Observations } from './Observations';

const minute = 60_000;
const row = (over: Partial<LimitRow>): LimitRow => ({
  lsl: null,
  target: null,
  usl: null,
  centre: null,
  sigmaWithin: null,
  sigmaBetween: null,
  sigmaPlotted: null,
  subgroupSize: null,
  lcl: null,
  ucl: null,
  from: null,
  approved: true,
  revision: '',
  ...over,
});
function observe(values: number[], over: Partial<Observations> = {}): Observations {
  return {
    n: values.length,
    time: Float64Array.from(values, (_, i) => i * minute),
    value: Float64Array.from(values),
    stream: null,
    subgroup: null,
    phase: null,
    excluded: null,
    ...over,
  };
}
const limits = (n: number, ...rows: LimitRow[]): Limits => ({
  rows,
  of: new Int32Array(n).fill(rows.length > 0 ? 0 : -1),
});
const options: ControlChartOptions = {
  chart: 'i-mr',
  xAxis: 'order',
  maxGap: 30 * minute,
  subgroupSize: null,
  rules: ['N1', 'N2'],
  baseline: { kind: 'first', points: 10 },
};
const frozen = row({ centre: 10, sigmaWithin: 1, lsl: 5, target: 10, usl: 14.5 });
const wiggle = (n: number, level = 10) => Array.from({ length: n }, (_, i) => level + (i % 2 ? 0.5 : -0.5));
const view = (n: number) => ({ from: 0.5, to: n + 0.5, width: 400 });

test('frozen limits, a point outside them, one outside its spec, a phase and an excluded visit', () => {
  const values = [10, 10.5, 13.5, 9.5, NaN, 10, 15, 10.2];
  const obs = observe(values, {
    phase: (i) => (i < 6 ? 'recipe 3 · product a' : 'recipe 4 · product a'),
    excluded: (i) => (i === 3 ? 'run type master' : ''),
  });
  const { model } = buildControlChart(obs, limits(8, frozen), options);
  expect(sceneText(buildScene(model, 0, view(8), { zones: true, spec: true }))).toMatchSnapshot();
  expect(sceneText(buildScene(model, 1, view(8), { zones: true, spec: true }))).toMatchSnapshot();
});

test('limits step where they come into force, and every point is judged by its own', () => {
  const values = wiggle(6);
  const of = Int32Array.of(0, 0, 0, 1, 1, 1);
  const rows = [frozen, row({ centre: 10, sigmaWithin: 0.1, from: 2.5 * minute, revision: '2' })];
  const { model, reports } = buildControlChart(observe(values), { rows, of }, { ...options, xAxis: 'time' });
  const scene = buildScene(model, 0, { from: 0, to: 6 * minute, width: 400 }, { zones: false, spec: false });
  expect(scene.limits.filter((l) => l.kind === 'ucl').map((l) => [l.from / minute, l.to / minute, l.y])).toEqual([
    [0, 2.5, 13],
    [2.5, 6, 10.3],
  ]);
  expect([...model.streams[0]!.plots[0]!.hits.keys()]).toEqual([3, 4, 5]);
  expect(reports[0]).toMatchObject({ state: 'approved', revision: '2', signals: 3 });
});

test('without limits in the plan they are estimated from the stated baseline and marked provisional', () => {
  const values = [...wiggle(10), ...wiggle(10, 20)];
  const { model, reports } = buildControlChart(observe(values), limits(20), options);
  expect(reports[0]).toMatchObject({
    state: 'provisional',
    centre: 10,
    baseline: { points: 10, from: 0, to: 9 * minute },
  });
  expect(model.streams[0]!.plots[0]!.steps).toMatchObject([{ state: 'provisional', centre: 10 }]);
});

test('a baseline that was estimated before stands, whatever is loaded since', () => {
  const first = buildControlChart(observe(wiggle(20)), limits(20), options);
  const later = observe(wiggle(20, 30));
  const held = buildControlChart(later, limits(20), { ...options, held: first.baselines });
  expect(held.reports[0]!.centre).toBe(10);
  expect(buildControlChart(later, limits(20), options).reports[0]!.centre).toBe(30);
});

test('limits that wait for approval are drawn as provisional, and no baseline replaces them', () => {
  const { reports } = buildControlChart(observe(wiggle(20)), limits(20, { ...frozen, approved: false }), options);
  expect(reports[0]).toMatchObject({ state: 'provisional', centre: 10, sigmaWithin: 1, baseline: null });
});

test('a baseline period takes its points by time; too few of them give no limits', () => {
  const values = [...wiggle(10), ...wiggle(10, 20)];
  const period = (from: number, to: number) =>
    buildControlChart(observe(values), limits(20), {
      ...options,
      baseline: { kind: 'period', from: from * minute, to: to * minute },
    });
  expect(period(10, 19).reports[0]).toMatchObject({ centre: 20, baseline: { points: 10 } });
  expect(period(10, 12).reports[0]).toMatchObject({ state: 'none', centre: null, signals: 0 });
});

test('X̄-R plots means and ranges of subgroups in process order, each with the limits of its size', () => {
  const values = [10, 12, 11, 9, 10, 30, 10, 12, 14];
  const carriers = ['A', 'A', 'A', 'B', 'B', 'C', 'C', 'C', 'C'];
  const obs = observe(values, { subgroup: (i) => carriers[i]! });
  const { model, reports } = buildControlChart(obs, limits(9, frozen), { ...options, chart: 'xbar-r', rules: ['N1'] });
  expect(sceneText(buildScene(model, 0, view(3), { zones: false, spec: true }))).toMatchSnapshot();
  expect(Array.from(model.streams[0]!.plots[1]!.y)).toEqual([2, 1, 20]);
  expect(reports[0]).toMatchObject({ points: 3, n: 9, outOfSpec: 1 });
});

test('strata have limits and memory of their own: nine in a row of one nozzle are found among those of another', () => {
  const values = Array.from({ length: 36 }, (_, i) => (i % 2 === 0 ? 10 + (i % 4 ? 0.3 : -0.3) : 10.4));
  const obs = observe(values, { stream: (i) => `nozzle-${(i % 2) + 1}` });
  const { model, reports } = buildControlChart(obs, limits(36, frozen), { ...options, rules: ['N2'] });
  expect(reports.map((r) => [r.name, r.signals])).toEqual([
    ['nozzle-1', 0],
    ['nozzle-2', 10],
  ]);
  expect(model.streams[1]!.plots[0]!.hits.get(8)?.[0]?.members).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('control lines stated by the data stand as they are stated', () => {
  const { model } = buildControlChart(observe(wiggle(10)), limits(10, row({ lcl: 9.8, ucl: 10.9 })), {
    ...options,
    rules: ['N1'],
  });
  expect(model.streams[0]!.plots[0]!.steps).toMatchObject([{ lcl: 9.8, ucl: 10.9 }]);
  expect(model.streams[0]!.plots[0]!.hits.size).toBe(5);
});

test('the rate of signals that chance alone gives is stated beside the observed one', () => {
  const one = buildControlChart(observe(wiggle(20)), limits(20, frozen), { ...options, rules: ['N1'] });
  // Rule 1 on I and on MR together: 0.27 % and 0.92 %, partly on the same points.
  expect(one.reports[0]!.expectedRate).toBeGreaterThan(0.009);
  expect(one.reports[0]!.expectedRate).toBeLessThan(0.013);
});

test('capability is of single values, and silent where the spec changed on the way', () => {
  const values = wiggle(30);
  expect(buildControlChart(observe(values), limits(30, frozen), options).reports[0]!.sample?.data().values.length).toBe(
    30
  );
  const two: Limits = {
    rows: [frozen, { ...frozen, usl: 12 }],
    of: Int32Array.from(values, (_, i) => (i < 15 ? 0 : 1)),
  };
  expect(buildControlChart(observe(values), two, options).reports[0]!.sample).toBeNull();
});

test('signals of the datasource are marked where the panel sees none', () => {
  const { model } = buildControlChart(observe(wiggle(4)), limits(4, frozen), {
    ...options,
    reported: (r) => (r === 2 ? 'conflicting: sent twice' : ''),
  });
  expect(model.streams[0]!.plots[0]!.hits.get(2)).toMatchObject([
    { kind: 'reported', title: 'conflicting: sent twice' },
  ]);
});

const perNozzle = { ...options, chart: 'xbar-r', subgroupSize: 5 };

test('cells of subgroups that still fill are drawn, counted, and known to have limits', () => {
  const values = [800.2, 812.9, 799.5, 830];
  const plan = limits(4, row({ lsl: 790, usl: 810, centre: 800, sigmaWithin: 1, revision: '3' }));
  const obs = observe(values, { subgroup: (i) => `nozzle-${i}` });
  const { model, reports } = buildControlChart(obs, plan, perNozzle);
  expect(reports[0]).toMatchObject({ points: 0, partial: 4, n: 4, outOfSpec: 2, state: 'approved', revision: '3' });
  const scene = buildScene(model, 0, view(4), { zones: true, spec: true });
  expect([...scene.points.hollow]).toEqual([HOLLOW.partial, HOLLOW.partial, HOLLOW.partial, HOLLOW.partial]);
  expect([scene.range[0] < 799, scene.range[1] > 830]).toEqual([true, true]);
  expect(model.streams[0]!.hollow[1]).toMatchObject({ y: 812.9, reason: '1 of 5 values, 1 out of spec' });
});

test('a subgroup that still fills stands beside the finished ones, at the mean of what it has', () => {
  const obs = observe([...wiggle(10), 20, NaN, 22]);
  const { model, reports } = buildControlChart(obs, limits(13, frozen), perNozzle);
  expect(reports[0]).toMatchObject({ points: 2, partial: 1, n: 12, missing: 1, outOfSpec: 2 });
  expect(model.streams[0]!.hollow).toMatchObject([{ x: 3, y: 21, kind: 'partial' }]);
});

test.each([
  ['may not stand in', false, 'none', null],
  ['may stand in', true, 'provisional', 10],
] as const)('limits that are refused are not drawn, and a baseline %s', (_, baseline, state, points) => {
  const refused = row({ centre: 10, sigmaWithin: 1, revision: '3', refused: { why: 'were retired', baseline } });
  const { reports } = buildControlChart(observe(wiggle(20)), limits(20, refused), options);
  expect(reports[0]).toMatchObject({ state, refused: 'were retired' });
  expect(reports[0]!.baseline?.points ?? null).toBe(points);
});

test('no rows give a chart with nothing in it', () => {
  const { model, reports } = buildControlChart(observe([]), limits(0), options);
  expect(buildScene(model, 0, view(1), { zones: true, spec: true }).points.x).toHaveLength(0);
  expect(reports[0]).toMatchObject({ n: 0, points: 0, state: 'none' });
});

const cases: Array<[string, number[], Partial<Observations>, Limits]> = [
  ['limits of the plan', [10, 13.5, 10, NaN, 6, 15, 13, 10], {}, limits(8, frozen)],
  [
    'limits that change, and a gap',
    [10, 10.5, 13.5, 9.5, 16, 10, 15, 10.2],
    { time: Float64Array.of(0, 1, 2, 3, 50, 51, 52, 53).map((t) => t * minute) },
    { rows: [frozen, row({ lcl: 9.8, ucl: 10.9, from: 2.5 * minute })], of: Int32Array.of(0, 0, 0, 1, 1, 1, -1, -1) },
  ],
  ['an excluded visit', [10, 30, 10, 13, 16, 9], { excluded: (i) => (i === 1 ? 'setup' : '') }, limits(6, frozen)],
  ['no limits at all', [1, 2, 3], {}, limits(3)],
];

test.each(cases)(
  'a draft draws the same points, limits and marks of limits as the judged chart: %s',
  (_, v, over, l) => {
    const chosen = { ...options, xAxis: 'time' as const, rules: ['N1', 'N2'] };
    const draft = draftControlChart(observe(v, over), l, chosen).chart;
    const whole = buildControlChart(observe(v, over), l, chosen);
    const seen = (chart: typeof whole) =>
      chart.model.streams.map((s) => ({
        x: Array.from(s.x),
        breaks: [...s.breaks],
        plots: s.plots.map(({ y, steps, hits }) => ({
          y: Array.from(y),
          steps,
          hits: [...hits].flatMap(([at, all]) => all.filter((h) => h.kind !== 'pattern').map((h) => ({ at, ...h }))),
        })),
      }));
    expect([draft.judged, whole.judged]).toEqual([false, true]);
    expect(seen(draft)).toEqual(seen(whole));
    expect(draft.reports[0]).toMatchObject({ centre: whole.reports[0]!.centre, state: whole.reports[0]!.state });
  }
);
