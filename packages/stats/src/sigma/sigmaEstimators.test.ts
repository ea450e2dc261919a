import { type ChartData } from '../charts/types';
import { normals, random } from '../random/random';
import { estimateSigma, sigmaEstimators } from './sigmaEstimators';

const draw = normals(random(11));
const sample = (n: number): number[] => Array.from({ length: n }, draw);

/** The same values as individuals and as subgroups of five. */
function data(values: ArrayLike<number>, size = 5): ChartData {
  const starts = Int32Array.from({ length: Math.ceil(values.length / size) }, (_, i) => i * size);
  return { values: Float64Array.from(values), starts };
}
const individuals = (values: ArrayLike<number>): ChartData => ({ values: Float64Array.from(values) });
const fits = (method: string, values: ArrayLike<number>): ChartData =>
  method === 'mr-bar' || method === 'median-mr' ? individuals(values) : data(values);

describe.each(sigmaEstimators.map((e) => e.id))('%s', (method) => {
  const sigma = (values: ArrayLike<number>): number | undefined => estimateSigma(method, fits(method, values))?.sigma;

  test('is null for no value, one value and only missing values', () => {
    expect(estimateSigma(method, fits(method, []))).toBeNull();
    expect(estimateSigma(method, fits(method, [3]))).toBeNull();
    expect(estimateSigma(method, fits(method, [NaN, NaN, NaN]))).toBeNull();
  });
  test('takes two values', () => {
    expect(sigma([1, 3])).toBeGreaterThan(0);
  });
  test('is 0 for equal values, at any offset', () => {
    expect(sigma(new Array(20).fill(0.1))).toBeCloseTo(0, 15);
    expect(sigma(new Array(20).fill(1e10 + 0.1))).toBe(0);
  });
  test('does not see missing values', () => {
    const values = sample(30);
    const shorter = values.slice(0, 25);
    expect(sigma([...shorter, NaN, NaN, NaN, NaN, NaN])).toBe(sigma(shorter));
  });
  test('does not move with an offset, and scales', () => {
    const values = sample(60).map((x) => Math.round(x * 1024) / 1024);
    const plain = sigma(values)!;
    expect(sigma(values.map((x) => x + 2 ** 33))).toBeCloseTo(plain, 5);
    expect(sigma(values.map((x) => -x))! / plain).toBeCloseTo(1, 12);
    expect(sigma(values.map((x) => 8 * x))! / plain).toBeCloseTo(8, 11);
  });
  test('finds σ of a million values within 1 %', () => {
    const values = new Float64Array(1e6);
    for (let i = 0; i < values.length; i++) {
      values[i] = 50 + 3 * draw();
    }
    expect(sigma(values)! / 3).toBeCloseTo(1, 2);
  });
  test('is unbiased and has the degrees of freedom it states', () => {
    const found: number[] = [];
    let df = 0;
    for (let r = 0; r < 1500; r++) {
      const e = estimateSigma(method, fits(method, sample(40)))!;
      found.push(e.sigma);
      df = e.df;
    }
    const mean = found.reduce((a, b) => a + b, 0) / found.length;
    const cv2 = found.reduce((a, b) => a + (b / mean - 1) ** 2, 0) / found.length;
    // s overall and sₚ itself are not made unbiased: c₄(40) = 0.9936, c₄(33) = 0.9922.
    expect(Math.abs(mean - (method === 'overall' ? 0.9936 : method === 'pooled-plain' ? 0.9922 : 1))).toBeLessThan(
      method === 'median-mr' ? 0.03 : 0.01
    );
    expect(Math.abs(1 / (2 * cv2) / df - 1)).toBeLessThan(0.15);
  });
});

test('an unknown estimator is a programmer error', () => {
  expect(() => estimateSigma('magic' as never, individuals([1, 2]))).toThrow('unknown sigma estimator');
});

test('duplicating every subgroup leaves R̄/d₂, S̄/c₄ alone', () => {
  const values = sample(50);
  for (const method of ['r-bar', 's-bar'] as const) {
    const once = estimateSigma(method, data(values))!;
    const twice = estimateSigma(method, data([...values, ...values]))!;
    expect(twice.sigma).toBeCloseTo(once.sigma, 12);
    expect(twice.df).toBeGreaterThan(1.9 * once.df);
  }
});

test('the order of values inside subgroups does not matter', () => {
  const values = sample(50);
  const turned = values.map((_, i) => values[i - (i % 5) + (4 - (i % 5))]!);
  for (const method of ['r-bar', 's-bar', 'pooled', 'overall'] as const) {
    expect(estimateSigma(method, data(turned))!.sigma).toBeCloseTo(estimateSigma(method, data(values))!.sigma, 12);
  }
});
