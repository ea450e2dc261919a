import { buildControlChart, type ControlChartOptions } from './buildControlChart';
import { type LimitRow, type Observations } from './Observations';

const minute = 60_000;

/** Cells of which some failed, one a minute. */
const cells = (failed: (cell: number) => number, n: number, over: Partial<Observations> = {}): Observations => ({
  n,
  time: Float64Array.from({ length: n }, (_, i) => i * minute),
  value: Float64Array.from({ length: n }, (_, i) => failed(i)),
  stream: null,
  subgroup: (i) => String(Math.floor(i / 10)),
  phase: null,
  excluded: null,
  ...over,
});

const share = (centre: number | null, sigmaPlotted: number | null = null): LimitRow => ({
  ...{ lsl: null, target: null, usl: null, sigmaWithin: null, sigmaBetween: null, subgroupSize: null },
  ...{ lcl: null, ucl: null, from: null, approved: true, revision: '3', centre, sigmaPlotted },
});

const chart = (obs: Observations, id: string, row: LimitRow | null, more: Partial<ControlChartOptions> = {}) =>
  buildControlChart(
    obs,
    { rows: row ? [row] : [], of: row ? 0 : -1 },
    {
      chart: id,
      xAxis: 'time',
      maxGap: 30 * minute,
      subgroupSize: null,
      rules: ['N1'],
      baseline: { kind: 'first', points: 20 },
      ...more,
    }
  );

const drawn = (...of: Parameters<typeof chart>) => {
  const made = chart(...of);
  const [plot] = made.model.streams[0]!.plots;
  return { made, plot: plot!, report: made.reports[0]! };
};

test('windows become one until five failures are expected in it, and its limits are exact', () => {
  const { plot, report } = drawn(
    cells((i) => (i < 50 ? Number(i % 10 === 0) : Number(i % 4 === 0)), 100),
    'p',
    share(0.1)
  );
  expect(Array.from(plot.y)).toEqual([5 / 50, 12 / 50]);
  // The binomial law of 50 cells at 10 %: at most 12 of them, by adding it up.
  expect(plot.steps).toMatchObject([{ start: 0, end: 2, centre: 0.1, lcl: 0, ucl: 12 / 50, state: 'approved' }]);
  expect(report).toMatchObject({ counted: { wrong: 17, inspected: 100 }, signals: 0, sample: null, n: 100 });
});

test('one failure more is beyond them', () => {
  const { plot } = drawn(
    cells((i) => (i < 50 ? 0 : Number(i < 63)), 100),
    'p',
    share(0.1)
  );
  expect([...plot.hits.keys()]).toEqual([1]);
});

test('a count is drawn as a number, and a cell that was not judged is none of those inspected', () => {
  const { plot, report } = drawn(
    cells((i) => (i === 7 ? NaN : Number(i % 5 === 0)), 60),
    'np',
    share(0.1)
  );
  expect(Array.from(plot.y)).toEqual([10]);
  expect(report).toMatchObject({ counted: { wrong: 10, inspected: 49 }, missing: 1, partial: 1 });
});

test('what a pause parts is not gathered in one point', () => {
  const time = Float64Array.from({ length: 100 }, (_, i) => i * minute + (i < 30 ? 0 : 60 * minute));
  const { plot, made } = drawn(
    cells((i) => Number(i % 10 === 0), 100, { time }),
    'p',
    share(0.1)
  );
  expect(Array.from(plot.y)).toEqual([3 / 30, 5 / 50]);
  expect(made.model.streams[0]!.breaks).toEqual(Uint8Array.of(1, 1));
});

test('samples that state how many were inspected are points as they are', () => {
  const obs = cells((i) => [2, 0, 9][i]!, 3, { units: [40, 25, 60], subgroup: null });
  const { plot, report } = drawn(obs, 'p', share(0.05));
  expect(Array.from(plot.y)).toEqual([2 / 40, 0, 9 / 60]);
  expect(plot.steps).toHaveLength(3);
  expect(report.counted).toEqual({ wrong: 11, inspected: 125 });
});

test('without a frozen share one is estimated from the first points', () => {
  const { plot, report } = drawn(
    cells((i) => Number(i % 10 === 0), 1000),
    'p',
    null
  );
  expect(plot.steps[0]).toMatchObject({ centre: 0.1, state: 'provisional' });
  expect(report.baseline).toMatchObject({ points: 20 });
});

test('Laney’s chart has limits only where the σ of its z-scores is known', () => {
  const obs = cells((i) => Number(i % 10 === 0), 100);
  expect(drawn(obs, 'laney-p', share(0.1), { baseline: null }).plot.steps).toMatchObject([
    { ucl: null, state: 'none' },
  ]);
  const { steps } = drawn(obs, 'laney-p', share(0.1, 2)).plot;
  expect(steps[0]!.ucl).toBeCloseTo(0.1 + 6 * Math.sqrt(0.09 / 50), 12);
});

test('the share of points that exact limits mark when nothing is wrong is below that of normal ones', () => {
  const { report } = drawn(
    cells((i) => Number(i % 10 === 0), 500),
    'p',
    share(0.1)
  );
  expect(report.expectedRate).toBeGreaterThan(0);
  expect(report.expectedRate).toBeLessThan(0.0027);
});

test('an EWMA draws its averages, marks cells out of spec by their values, and begins anew under other limits', () => {
  const row = (centre: number): LimitRow => ({ ...share(centre), sigmaWithin: 1, lsl: centre - 4, usl: centre + 4 });
  const values = [10, 10, 15, 10, 20, 20];
  const obs = cells((i) => values[i]!, 6, { subgroup: null });
  const made = buildControlChart(
    obs,
    { rows: [row(10), row(20)], of: Int32Array.of(0, 0, 0, 0, 1, 1) },
    { chart: 'ewma', xAxis: 'time', maxGap: 30 * minute, subgroupSize: null, rules: ['N1'], baseline: null }
  );
  const [plot] = made.model.streams[0]!.plots;
  expect(Array.from(plot!.y, (v) => Number(v.toFixed(9)))).toEqual([10, 10, 11, 10.8, 20, 20]);
  expect([...plot!.hits.entries()].map(([i, hits]) => [i, hits.map((h) => h.rule)])).toEqual([[2, ['N1', 'spec']]]);
  expect(plot!.steps.every(({ lsl }) => lsl === null)).toBe(true);
});
