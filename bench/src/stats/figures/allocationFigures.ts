import { type ChartData, drawChart, normals, quantile, random, sortedValues } from '@cellthread/stats';
import { momentsOf } from '../../../../packages/stats/src/charts/moments';
import { type Figure } from '../../Benchmark';
import { type Allocated, allocated } from '../allocated';

const SMALL = 100_000;
const LARGE = 1_000_000;
/** An object of its own would be 12 bytes or more; below this the profiler's sampling is all that is seen. */
const NOTHING = 1;

/** Bytes a point: objects on the heap (garbage included) and typed arrays of the result, each from 10⁵ to 10⁶ points. */
export function allocationFigures(): Figure[] {
  return works.map(([what, work]) => {
    const [small, large] = [allocated(() => work(SMALL)), allocated(() => work(LARGE))];
    const growth = (of: keyof Allocated) => (large[of] - small[of]) / (LARGE - SMALL);
    const objects = growth('objects');
    return {
      what: `objects a point: ${what}`,
      measured: `${Math.max(0, objects).toFixed(2)} bytes; typed arrays of the result ${growth('arrays').toFixed(0)} bytes`,
      against: 'none',
      met: objects < NOTHING,
    };
  });
}

const noise = Float64Array.from({ length: LARGE }, normals(random(3)));
const quiet = quietSeries();
const first = (values: Float64Array, n: number): ChartData => ({ values: values.subarray(0, n) });
const grouped = (n: number): ChartData => ({
  ...first(quiet, n),
  starts: Int32Array.from({ length: n / 5 }, (_, g) => g * 5),
});
const streams = (n: number): ChartData => ({
  ...first(quiet, n),
  starts: Int32Array.from({ length: n / 100 }, (_, w) => w * 100),
  groups: Int32Array.from({ length: n }, (_, i) => i % 10),
});

const works: ReadonlyArray<[string, (n: number) => unknown]> = [
  [
    'I-MR and all eight Nelson rules, nothing to signal',
    (n) => drawChart('i-mr', { data: first(quiet, n), rules: ['nelson'] }),
  ],
  ['X̄-S of five and all eight Nelson rules', (n) => drawChart('xbar-s', { data: grouped(n), rules: ['nelson'] })],
  ['EWMA with Shewhart', (n) => drawChart('ewma-shewhart', { data: first(quiet, n), rules: ['N1'] })],
  ['CUSUM', (n) => drawChart('cusum', { data: first(quiet, n) })],
  ['sister streams', (n) => drawChart('sister', { data: streams(n) })],
  ['moments', (n) => momentsOf(noise.subarray(0, n))],
  ['quantile', (n) => quantile(sortedValues(noise.subarray(0, n)), 0.99)],
];

/** A pattern, repeated, that no Nelson rule objects to, so that no signal is made. */
function quietSeries(): Float64Array {
  for (let seed = 1; ; seed++) {
    const draw = normals(random(seed));
    const pattern = Float64Array.from({ length: 20 }, draw);
    const values = Float64Array.from({ length: LARGE }, (_, i) => pattern[i % 20]!);
    const sample = { values: values.subarray(0, 1000) };
    const whole = () => drawChart('i-mr', { data: { values }, rules: ['nelson'] });
    const { parts } = drawChart('i-mr', { data: sample, rules: ['nelson'] });
    if (parts!.every((p) => p.signals.length === 0) && whole().parts!.every((p) => p.signals.length === 0)) {
      return values;
    }
  }
}
