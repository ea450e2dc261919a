import { rangeCdf } from '../constants/rangeDistribution';
import { normals, random } from '../random/random';
import { chartType, chartTypes } from './chartTypes';
import { drawChart } from './drawChart';
import { pointCount } from './pointCount';
import { type ChartData, type ChartType } from './types';

/** Data of `n` points that the type can read. */
function dataFor(type: ChartType, n: number, value: (i: number) => number): ChartData {
  switch (type.input) {
    case 'subgroups':
      return {
        values: Float64Array.from({ length: 4 * n }, (_, i) => value(i)),
        starts: Int32Array.from({ length: n }, (_, i) => 4 * i),
      };
    case 'rows':
      return { values: Float64Array.from({ length: 2 * n }, (_, i) => value(i)), columns: 2 };
    case 'counts':
      return {
        values: Float64Array.from({ length: n }, (_, i) =>
          Math.min(Math.round(Math.abs(value(i))), value(i) === Infinity ? Infinity : 40)
        ),
        sizes: new Float64Array(n).fill(100),
      };
    case 'streams':
      return {
        values: Float64Array.from({ length: 18 * n }, (_, i) => value(i)),
        starts: Int32Array.from({ length: n }, (_, i) => 18 * i),
        groups: Int32Array.from({ length: 18 * n }, (_, i) => i % 3),
      };
    default:
      return {
        values: Float64Array.from({ length: n }, (_, i) =>
          type.family === 'rare-events' ? Math.abs(value(i)) : value(i)
        ),
      };
  }
}

const draw = normals(random(3));
const noise = (): number => 20 + draw();

/** Charts that divide by a spread, which equal values do not have. */
const needsSpread = new Set(['laney-p', 'laney-u', 't2', 'mewma']);

describe.each(chartTypes.map((t) => [t.id, t] as const))('%s', (id, type) => {
  test('has too little data in nothing', () => {
    const drawn = drawChart(id, { data: dataFor(type, 0, noise) });
    expect(drawn.models).toEqual([null]);
    expect(drawn.parts).toBeNull();
  });
  test('never throws for one point, two points, equal or missing values', () => {
    for (const n of [1, 2, 3]) {
      expect(() => drawChart(id, { data: dataFor(type, n, noise), rules: ['nelson'] })).not.toThrow();
    }
    expect(() => drawChart(id, { data: dataFor(type, 30, () => NaN), rules: ['nelson'] })).not.toThrow();
    expect(() =>
      drawChart(id, { data: dataFor(type, 30, (i) => (i % 7 === 0 ? NaN : noise())), rules: ['nelson'] })
    ).not.toThrow();
  });
  test('equal values give no signal beyond limits, whatever rounding does to their mean', () => {
    const drawn = drawChart(id, { data: dataFor(type, 30, () => 0.1), rules: ['N1'] });
    expect(drawn.parts?.flatMap((part) => part.signals) ?? 'no chart').toEqual(needsSpread.has(id) ? 'no chart' : []);
  });
  test('refuses infinite values', () => {
    expect(() => drawChart(id, { data: dataFor(type, 10, (i) => (i === 4 ? Infinity : noise())) })).toThrow('values[');
  });
  test('draws as many points as the data has, a missing point in its own place', () => {
    const data = dataFor(type, 40, noise);
    const drawn = drawChart(id, { data });
    expect(drawn.parts!.map((p) => p.points.length)).toEqual(drawn.parts!.map(() => pointCount(data)));
  });
  test('given limits do not depend on the data', () => {
    const model = type.phaseI(dataFor(type, 60, noise))!;
    const one = type.phaseII(dataFor(type, 10, noise), model);
    const other = type.phaseII(
      dataFor(type, 10, () => 20 + 5 * draw()),
      model
    );
    one.forEach((part, i) => expect(other[i]!.centre[9]).toBe(part.centre[9]));
  });
  test('a later missing value does not move earlier points', () => {
    const data = dataFor(type, 40, noise);
    const model = type.phaseI(data)!;
    const holed = { ...data, values: data.values.slice() };
    holed.values.fill(NaN, data.values.length / 2);
    const whole = type.phaseII(data, model)[0]!;
    const cut = type.phaseII(holed, model)[0]!;
    expect(Array.from(cut.points.subarray(0, 20))).toEqual(Array.from(whole.points.subarray(0, 20)));
  });
  test('stages have limits of their own and do not remember each other', () => {
    const data = dataFor(type, 60, noise);
    const drawn = drawChart(id, { data, stages: [0, 30] });
    const first = drawChart(id, { data: dataFor(type, 60, (i) => data.values[i]!), stages: [0, 30] });
    expect(first.models.length).toBe(2);
    expect(drawn.breaks[30]).toBe(1);
  });
});

describe.each(['i-mr', 'xbar-r', 'xbar-s', 'i-mr-r', 'i-mr-s', 'ewma', 'ewma-shewhart', 'cusum', 'ma', 'sister'])(
  '%s under transformations',
  (id) => {
    const type = chartType(id);
    const values = Array.from({ length: 900 }, () => 20 + Math.round(1024 * draw()) / 1024);
    const at = (f: (x: number) => number): ReturnType<typeof drawChart> =>
      drawChart(id, { data: dataFor(type, 40, (i) => f(values[i]!)), rules: ['N1', 'N2', 'N5'] });
    const keys = (drawn: ReturnType<typeof drawChart>): string[] =>
      drawn.parts!.flatMap((p) => p.signals.map((s) => `${p.id} ${s.index} ${s.rule}`));

    test('a shift and a scale change no signal', () => {
      const plain = keys(at((x) => x));
      expect(keys(at((x) => x + 4096))).toEqual(plain);
      expect(keys(at((x) => 16 * x))).toEqual(plain);
    });
    test('a mirror turns high to low', () => {
      const plain = at((x) => x);
      const mirrored = at((x) => -x);
      const count = (drawn: typeof plain, side: string): number =>
        drawn
          .parts!.filter((p) => p.role === 'location')
          .flatMap((p) => p.signals)
          .filter((s) => s.side === side).length;
      expect(count(mirrored, 'low')).toBe(count(plain, 'high'));
      expect(mirrored.parts![0]!.id).toBe(plain.parts![0]!.id);
    });
    test('keeps its limits at an offset of 1e10', () => {
      const plain = at((x) => x).models[0]!;
      const far = at((x) => x + 1e10).models[0]!;
      expect(far.sigmaWithin / plain.sigmaWithin).toBeCloseTo(1, 5);
      expect(far.centre - 1e10).toBeCloseTo(plain.centre, 4);
    });
  }
);

test('probability limits of a range leave 0.135 % on either side', () => {
  const data = dataFor(chartType('xbar-r'), 40, noise);
  const [, r] = drawChart('xbar-r', { data, options: { limits: 'probability' } }).parts!;
  expect(r!.lcl[0]).toBeGreaterThan(0);
  const { sigmaWithin } = chartType('xbar-r').phaseI(data)!;
  expect(rangeCdf(r!.ucl[0]! / sigmaWithin, 4)).toBeCloseTo(1 - 0.0013498980316301, 12);
  expect(rangeCdf(r!.lcl[0]! / sigmaWithin, 4)).toBeCloseTo(0.0013498980316301, 12);
});

test('a subgroup mean of four keeps its limits when one of its values is missing: they widen to three', () => {
  const data = dataFor(chartType('xbar-s'), 40, noise);
  data.values[9] = NaN;
  const [mean] = drawChart('xbar-s', { data }).parts!;
  expect(mean!.sigma[2]! / mean!.sigma[3]!).toBeCloseTo(Math.sqrt(4 / 3), 12);
});

test('limits from within and between do not cry wolf at 25 cells with an ICC of 0.10', () => {
  const lots = 400;
  const n = 25;
  const values = new Float64Array(lots * n);
  for (let lot = 0; lot < lots; lot++) {
    const level = Math.sqrt(0.1) * draw();
    for (let i = 0; i < n; i++) {
      values[lot * n + i] = level + Math.sqrt(0.9) * draw();
    }
  }
  const data = { values, starts: Int32Array.from({ length: lots }, (_, i) => i * n) };
  const rate = (between: boolean): number =>
    drawChart('xbar-s', { data, options: { between }, rules: ['N1'] }).parts![0]!.signals.length / lots;
  expect(rate(false)).toBeGreaterThan(0.07);
  expect(rate(true)).toBeLessThan(0.01);
});
