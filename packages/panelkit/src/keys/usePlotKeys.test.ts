import { type Scene } from '@cellthread/chart';
import { nextEntry } from './usePlotKeys';

const scene = { points: { x: Float64Array.of(1, 2, 3, 4, 5) }, marks: [{ entry: 1 }, { entry: 3 }] } as Scene;

test.each<[string, number | null, number | null]>([
  ['ArrowRight', 1, 2],
  ['ArrowRight', 4, 4],
  ['ArrowLeft', 0, 0],
  ['ArrowLeft', null, 4],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['n', 1, 3],
  ['n', 3, null],
  ['p', 3, 1],
  ['p', 1, null],
  ['x', 1, null],
])('%s at %s leads to %s', (key, at, to) => {
  expect(nextEntry(key, at, scene)).toBe(to);
});

test('nothing drawn, nowhere to go', () => {
  expect(
    nextEntry('End', null, { points: { x: new Float64Array(0) }, marks: [] as Scene['marks'] } as Scene)
  ).toBeNull();
});
