import { normals, quantile, random, sortedValues } from '@cellthread/stats';
import * as d3 from 'd3-array';
import * as simple from 'simple-statistics';
import { momentsOf } from '../../../../packages/stats/src/charts/moments';
import { type Figure } from '../../Benchmark';
import { duration } from '../../quantiles';
import { fastest } from '../fastest';

const N = 1_000_000;
const SEVEN = [0.00135, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99865];

/** Mean, variance and quantiles of a million values against simple-statistics and d3-array, on the same typed array. */
export function momentFigures(): Figure[] {
  const values = Float64Array.from({ length: N }, normals(random(2)));
  // simple-statistics asks for number[] but only indexes and slices.
  const list = values as unknown as number[];
  const variance = (x: Float64Array) => momentsOf(x).ss / (x.length - 1);
  const ours7 = () => {
    const sorted = sortedValues(values);
    return SEVEN.map((p) => quantile(sorted, p));
  };
  const theirs7 = () => {
    const sorted = values.slice().sort() as unknown as number[];
    return SEVEN.map((p) => d3.quantileSorted(sorted, p));
  };
  const rows: Array<[string, () => unknown, () => unknown, () => unknown]> = [
    ['mean', () => momentsOf(values).mean, () => simple.mean(list), () => d3.mean(values)],
    ['variance', () => variance(values), () => simple.sampleVariance(list), () => d3.variance(values)],
    [
      'quantile 0.99',
      () => quantile(sortedValues(values), 0.99),
      () => simple.quantile(list, 0.99),
      () => d3.quantile(values, 0.99),
    ],
    ['seven quantiles', ours7, () => simple.quantile(list, SEVEN), theirs7],
  ];
  const figures = rows.map(([what, ours, theirs, others]): Figure => {
    const [a, b, c] = [ours, theirs, others].map(fastest) as [number, number, number];
    return {
      what: `${what} of a million values`,
      measured: duration(a),
      against: `simple-statistics ${duration(b)}, d3-array ${duration(c)}`,
      met: a <= Math.min(b, c),
    };
  });
  return [...figures, offsetFigure(variance)];
}

/** −1, 0, 1 in turn at an offset of 10¹⁰: the variance is known exactly. */
function offsetFigure(variance: (values: Float64Array) => number): Figure {
  const n = 999_999;
  const values = Float64Array.from({ length: n }, (_, i) => 1e10 + (i % 3) - 1);
  const exact = (2 * n) / 3 / (n - 1);
  const error = (found: number) => Math.abs(found / exact - 1).toExponential(0);
  return {
    what: 'relative error of the variance at an offset of 10¹⁰',
    measured: error(variance(values)),
    against: `simple-statistics ${error(simple.sampleVariance(values as unknown as number[]))}, d3-array ${error(d3.variance(values)!)}`,
    met: Number(error(variance(values))) <= 1e-9,
  };
}
