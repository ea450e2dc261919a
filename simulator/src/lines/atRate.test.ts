import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../plant/readPlant';
import { Floor } from '../world/Floor';
import { world } from '../world/world';
import { type WorldOptions } from '../world/WorldOptions';

const HOUR = 3_600_000;
const plant = readPlant(loadPlan());
const start = Date.UTC(2026, 10, 24, 10);
const options: WorldOptions = {
  startMs: start,
  liveMs: start + HOUR,
  sinceMs: start,
  thinCells: 0,
  compress: 600,
  cells: Infinity,
  defects: 1,
  epoch: 0,
  faults: [],
};

test.each([1, 4.7])('at rate %s a line starts as many cells as its takt says and fills them as fast', (rate) => {
  const counts = { stacking: 0, filling: 0 };
  const odd: number[] = [];
  for (const { topic, payload, timeMs } of world(plant, 1, { ...options, rate })) {
    if (timeMs > start + 2 * HOUR) {
      break;
    }
    const at = payload.timestamp_ms as number;
    if (!Number.isInteger(at) || !Number.isInteger(timeMs)) {
      odd.push(at);
    }
    const station = topic.slice(topic.lastIndexOf('/') + 1) as keyof typeof counts;
    if (topic.includes('/line-1/') && station in counts && payload.visit === 1 && at > start + HOUR) {
      counts[station] += 1;
    }
  }
  expect(odd).toEqual([]);
  expect(counts.stacking).toBeGreaterThan(0.98 * 360 * rate);
  expect(counts.stacking).toBeLessThan(1.02 * 360 * rate);
  expect(counts.filling).toBeGreaterThan(0.9 * 360 * rate);
});

test('an even world has no lasting differences between machines and positions, the usual one has', () => {
  const lasting = (even: boolean) =>
    new Floor(plant, 1, { ...options, even }).models.filter(({ equipment, position }) => equipment + position > 0)
      .length;
  expect(lasting(true)).toBe(0);
  expect(lasting(false)).toBeGreaterThan(10);
});
