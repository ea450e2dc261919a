import { evaluateRules } from '../rules/evaluateRules';
import { normals, random } from '../random/random';
import { sister } from './sister';
import { sisterWindows } from './sisterWindows';
import { type ChartData } from './types';

const CELLS = 20_000;
const draw = normals(random(17));

/** Days of twelve nozzles, windows of 15 minutes, lots of 1 250 with 35 % of the variance between them. */
function cells(days: number, shift = 0): ChartData {
  const n = days * CELLS;
  const values = new Float64Array(n);
  const starts: number[] = [];
  let lot = 0;
  for (let i = 0; i < n; i++) {
    lot = i % 1250 === 0 ? Math.sqrt(0.35) * draw() : lot;
    if (Math.floor((i * 96) / CELLS) === starts.length) {
      starts.push(i);
    }
    values[i] = lot + Math.sqrt(0.65) * draw() + (i % 12 === 3 ? shift : 0);
  }
  return { values, starts: Int32Array.from(starts), groups: Int32Array.from({ length: n }, (_, i) => i % 12) };
}

const model = sister.phaseI(cells(10))!;
const signals = (data: ChartData): string[] =>
  sister
    .phaseII(data, model)
    .filter((p) => p.id.startsWith('ewma/') || p.id.startsWith('x/'))
    .flatMap((p) => evaluateRules(p, ['N1']).map((s) => `${p.id.split('/')[1]} ${s.index}`));

test('lots that shift all nozzles alike give less than one false alarm in two days', () => {
  expect(new Set(signals(cells(20))).size).toBeLessThan(10);
});

test('a nozzle off by 1σ is named within four windows, and no other', () => {
  const found = signals(cells(1, 1));
  expect(found.every((s) => s.startsWith('3 '))).toBe(true);
  expect(found.map((s) => Number(s.slice(2))).sort((a, b) => a - b)[0]).toBeLessThan(4);
});

test('a stream below minN in a window, or alone in it, has no point', () => {
  const data: ChartData = {
    values: Float64Array.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 9),
    starts: Int32Array.of(0),
    groups: Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2),
  };
  expect(sister.phaseI(data)).toBeNull();
});

/** The definition, by sorting the sisters of every stream anew. */
function expectedDifference(means: number[], s: number): number {
  const sisters = means.filter((v, r) => r !== s && v === v).sort((a, b) => a - b);
  const half = sisters.length >> 1;
  const median = sisters.length % 2 === 1 ? sisters[half]! : (sisters[half - 1]! + sisters[half]!) / 2;
  return means[s]! - median;
}

test('each stream is held against the median of the others, for any number of streams, ties and gaps', () => {
  const uniform = random(5);
  for (const streams of [1, 2, 3, 4, 7, 12]) {
    const n = 40 * streams;
    // Few different values, so that means tie; some are missing, so that windows differ in who is judged.
    const values = Float64Array.from({ length: n }, () => (uniform() < 0.3 ? NaN : Math.floor(4 * uniform())));
    const groups = Int32Array.from({ length: n }, (_, i) => i % streams);
    const starts = Int32Array.from({ length: 20 }, (_, w) => 2 * w * streams);
    const found = sisterWindows({ values, starts, groups }, 2);
    for (let w = 0; w < 20; w++) {
      const means = found.mean.map((m, s) => (found.n[s]![w]! >= 2 ? m[w]! : NaN));
      found.difference.forEach((d, s) => expect(d[w]).toBe(expectedDifference(means, s)));
    }
  }
});
