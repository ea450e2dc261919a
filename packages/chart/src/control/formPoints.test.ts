import { formPoints, type PointRules } from './formPoints';
import { type Observations } from './Observations';
import { rowsOf } from './Points';

function observe(n: number, over: Partial<Observations> = {}): Observations {
  return {
    n,
    time: Float64Array.from({ length: n }, (_, i) => i * 1000),
    value: new Float64Array(n),
    stream: null,
    subgroup: null,
    phase: null,
    excluded: null,
    ...over,
  };
}
const groups = (obs: Observations, rules: Partial<PointRules>) => {
  const points = formPoints(obs, 'all', { maxGap: 60_000, individuals: false, size: null, ...rules });
  return Array.from(points.breaks, (cut, i) => (cut ? '|' : '') + [...rowsOf(points, i)].join(','));
};

test('rows that share their carrier are one subgroup, whole trays in the order in which they were completed', () => {
  const carriers = ['A', 'A', 'B', 'A', 'B', 'C'];
  expect(groups(observe(6, { subgroup: (i) => carriers[i]! }), {})).toEqual(['|0,1,3', '2,4', '5']);
});

test('interleaved positions with a size give subgroups of each position, in process order', () => {
  const obs = observe(8, { subgroup: (i) => `nozzle-${i % 2}` });
  expect(groups(obs, { size: 2 })).toEqual(['|0,2', '1,3', '4,6', '5,7']);
});

test('rows without a key are counted off, and a subgroup that still fills is held back', () => {
  expect(groups(observe(8), { size: 3 })).toEqual(['|0,1,2', '3,4,5']);
});

test('no row of a subgroup that still fills is lost: every one is kept apart', () => {
  const obs = observe(7, { subgroup: (i) => `nozzle-${i % 2}` });
  const { partial } = formPoints(obs, 'all', { maxGap: 60_000, individuals: false, size: 3 });
  expect(partial.map((rows) => [...rows])).toEqual([[6]]);
  const none = formPoints(obs, 'all', { maxGap: 60_000, individuals: false, size: null });
  expect([none.partial, none.breaks.length]).toEqual([[], 2]);
});

test('a pause longer than the longest allowed closes a subgroup and breaks the memory', () => {
  const time = Float64Array.of(0, 1000, 100_000, 101_000);
  const obs = observe(4, { time, subgroup: () => 'tray' });
  expect(groups(obs, {})).toEqual(['|0,1', '|2,3']);
});

test('a change of phase closes a subgroup and breaks the memory', () => {
  const obs = observe(4, { phase: (i) => (i < 2 ? 'recipe 3' : 'recipe 4') });
  expect(groups(obs, { size: 2 })).toEqual(['|0,1', '|2,3']);
});

test('a missing value keeps its place in a subgroup', () => {
  const obs = observe(4, { value: Float64Array.of(1, NaN, 3, 4) });
  expect(groups(obs, { size: 2 })).toEqual(['|0,1', '2,3']);
});

test('individuals break their memory at an excluded row, which is no point', () => {
  const obs = observe(5, { excluded: (i) => (i === 2 ? 'master' : '') });
  const points = formPoints(obs, 'all', { maxGap: 60_000, individuals: true, size: null });
  expect([...points.rows]).toEqual([0, 1, 3, 4]);
  expect([...points.breaks]).toEqual([1, 0, 1, 0]);
  expect([...points.excluded]).toEqual([2]);
});
