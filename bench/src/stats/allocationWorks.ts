import { type ChartData, drawChart, quantile, sortedValues } from '@cellthread/stats';
import { momentsOf } from '../../../packages/stats/src/charts/moments';
import { everyFifth, quietSeries } from './quietSeries';

export const POINTS = 300_000;

const quiet = quietSeries(POINTS);
const first = (n: number): ChartData => ({ values: quiet.subarray(0, n) });
const grouped = (n: number): ChartData => ({ ...first(n), starts: everyFifth(n) });
const streams = (n: number): ChartData => ({
  ...first(n),
  starts: Int32Array.from({ length: n / 100 }, (_, w) => w * 100),
  groups: Int32Array.from({ length: n }, (_, i) => i % 10),
});

/** What is done with n points, and the data for it, which is made outside of the measurement. None of them signals. */
export const allocationWorks: ReadonlyArray<
  [what: string, data: (n: number) => ChartData, work: (d: ChartData) => unknown]
> = [
  ['I-MR and all eight Nelson rules', first, (data) => drawChart('i-mr', { data, rules: ['nelson'] })],
  ['X̄-S of five and all eight Nelson rules', grouped, (data) => drawChart('xbar-s', { data, rules: ['nelson'] })],
  ['EWMA with Shewhart', first, (data) => drawChart('ewma-shewhart', { data, rules: ['N1'] })],
  ['CUSUM', first, (data) => drawChart('cusum', { data, rules: ['N1'] })],
  ['sister streams', streams, (data) => drawChart('sister', { data, rules: ['N1'] })],
  ['moments', first, ({ values }) => momentsOf(values)],
  ['quantile', first, ({ values }) => quantile(sortedValues(values), 0.99)],
];
