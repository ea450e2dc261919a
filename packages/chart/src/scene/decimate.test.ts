import { normals, random } from '@cellthread/stats';
import fc from 'fast-check';
import { decimate } from './decimate';

const ramp = (n: number) => Float64Array.from({ length: n }, (_, i) => i);

/** The plain definition: extremes and ends of every pixel column, found one by one. */
function columns(x: Float64Array, y: Float64Array, from: number, to: number, width: number) {
  const out = new Map<number, { min: number; max: number; first: number; last: number }>();
  for (let i = 0; i < x.length; i++) {
    if (x[i]! < from || x[i]! > to || Number.isNaN(y[i]!)) {
      continue;
    }
    const column = Math.floor((x[i]! - from) * (width / (to - from)));
    const c = out.get(column) ?? { min: Infinity, max: -Infinity, first: y[i]!, last: y[i]! };
    out.set(column, { min: Math.min(c.min, y[i]!), max: Math.max(c.max, y[i]!), first: c.first, last: y[i]! });
  }
  return out;
}

const series = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    n: fc.integer({ min: 1, max: 3000 }),
    width: fc.integer({ min: 1, max: 300 }),
    holes: fc.boolean(),
  })
  .map(({ seed, n, width, holes }) => {
    const next = normals(random(seed));
    const y = Float64Array.from({ length: n }, (_, i) => (holes && i % 7 === 3 ? NaN : next()));
    return { x: ramp(n), y, width };
  });

test('every pixel column keeps its first, lowest, highest and last value', () => {
  fc.assert(
    fc.property(series, ({ x, y, width }) => {
      const kept = decimate(x, y, 0, x.length, width, []);
      const [all, some] = [x, Float64Array.from(kept, (i) => x[i]!)];
      const thinned = Float64Array.from(kept, (i) => y[i]!);
      expect(columns(some, thinned, 0, x.length, width)).toEqual(columns(all, y, 0, x.length, width));
    }),
    { seed: 5, numRuns: 60 }
  );
});

test('every point outside the limits survives, whatever stands beside it', () => {
  fc.assert(
    fc.property(series, ({ x, y, width }) => {
      const outside = [...y.keys()].filter((i) => Math.abs(y[i]!) > 1.5);
      const kept = new Set(decimate(x, y, 0, x.length, width, outside));
      expect(outside.filter((i) => !kept.has(i))).toEqual([]);
    }),
    { seed: 6, numRuns: 60 }
  );
});

test('the answer ascends, repeats nothing, holds no missing value and is bounded by four a column and what is kept', () => {
  fc.assert(
    fc.property(series, ({ x, y, width }) => {
      const outside = [...y.keys()].filter((i) => Math.abs(y[i]!) > 2);
      const kept = [...decimate(x, y, 0, x.length, width, outside)];
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(kept.filter((i) => Number.isNaN(y[i]!))).toEqual([]);
      expect(kept.length).toBeLessThanOrEqual(4 * (width + 3) + outside.length);
    }),
    { seed: 7, numRuns: 60 }
  );
});

test('a zoomed view reaches one point beyond either edge, so that the line runs to the frame', () => {
  const kept = decimate(ramp(100), ramp(100), 40.5, 50.5, 1000, []);
  expect([kept[0], kept[kept.length - 1]]).toEqual([40, 51]);
});

test('nothing at all gives nothing', () => {
  expect([...decimate([], [], 0, 1, 100, [])]).toEqual([]);
});
