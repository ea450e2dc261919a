import { hitTest } from './hitTest';
import { type Scene } from './Scene';

const scene = { points: { x: Float64Array.of(0, 10, 20, 20), y: Float64Array.of(0, 50, 0, 90) } } as Scene;
const map = { x: (v: number) => v * 10, y: (v: number) => 100 - v };

test('the nearest point in both directions answers, not the nearest in x', () => {
  expect(hitTest(scene, map, { x: 195, y: 12, atX: 19.5 }, 30)).toBe(3);
  expect(hitTest(scene, map, { x: 195, y: 95, atX: 19.5 }, 30)).toBe(2);
});

test('beyond its reach no point answers', () => {
  expect(hitTest(scene, map, { x: 50, y: 50, atX: 5 }, 30)).toBeNull();
});
