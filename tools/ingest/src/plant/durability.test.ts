import { eachPartInTurn, surviveOutages } from './outages';
import { type Plant, startPlant } from './plant';

const RATE = 500;
const AUTOSAVE_S = 5;

let plant: Plant;

beforeAll(async () => {
  plant = await startPlant();
}, 60_000);

afterAll(() => plant?.stop(), 30_000);

test('every record is there exactly once after telegraf, influxd and both were killed under 500 records a second', async () => {
  const count = await surviveOutages(plant, { cells: 'OUT', rate: RATE, steps: eachPartInTurn(1500, 1500) });
  expect(count.published).toBeGreaterThan(8 * RATE);
  expect(count).toEqual({ ...count, visits: count.published, indexed: count.published, twice: 0 });
}, 90_000);

test('every record is there exactly once after mosquitto was killed while Telegraf keeps up', async () => {
  const count = await surviveOutages(plant, {
    cells: 'BROKER',
    rate: RATE,
    steps: [{ flowMs: 2500 }, { kill: 'mosquitto' }, { flowMs: 1500 }, { start: 'mosquitto' }, { flowMs: 2000 }],
  });
  expect(count).toEqual({ ...count, visits: count.published, indexed: count.published, twice: 0 });
}, 60_000);

test('mosquitto killed while Telegraf is away loses at most what came since its last save', async () => {
  const count = await surviveOutages(plant, {
    cells: 'QUEUE',
    rate: RATE,
    steps: [
      { kill: 'telegraf' },
      { flowMs: 7000 },
      { kill: 'mosquitto' },
      { start: 'mosquitto' },
      { start: 'telegraf' },
      { flowMs: 500 },
    ],
  });
  expect(count.twice).toBe(0);
  expect(count.visits).toBe(count.indexed);
  expect(count.published - count.visits).toBeLessThanOrEqual((AUTOSAVE_S + 1) * RATE);
  expect(count.visits).toBeGreaterThan(RATE);
}, 60_000);
