import { type LimitLine } from './Scene';
import { yRange } from './yRange';

const line = (y: number): LimitLine => ({ kind: 'ucl', from: 0, to: 1, y, state: 'approved', stream: 0 });

test('limit lines take part and get room, so that none lies on the frame', () => {
  const [low, high] = yRange([1, 2], [line(5)]);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(5);
});

test('missing values are not zero', () => {
  expect(yRange([NaN, 100, 101], [])[0]).toBeGreaterThan(99);
});

test('a single value and no value give a range that can be drawn', () => {
  for (const [low, high] of [yRange([7], []), yRange([], []), yRange([0], [])]) {
    expect(low).toBeLessThan(high);
  }
});

test('ends fixed by the user stand', () => {
  expect(yRange([1, 2], [line(9)], { min: 0, max: 3 })).toEqual([0, 3]);
});
