import { existsSync } from 'node:fs';
import path from 'node:path';
import { until } from '@cellthread/stack';
import { settled } from './outages';
import { type Plant, startPlant } from './plant';
import { record, topicOf } from './record';

let plant: Plant;

beforeAll(async () => {
  plant = await startPlant();
}, 60_000);

afterAll(() => plant?.stop(), 30_000);

async function send(cells: string): Promise<number> {
  const began = Date.now() - 60_000;
  const values = Array.from({ length: 40 }, (_, i) =>
    record(`${cells}-${i}`, began + i, { values: { [`${cells.toLowerCase()}_${i}`]: i } })
  );
  await Promise.all(values.map((payload) => plant.publisher.publishAsync(topicOf('filling-01'), payload, { qos: 1 })));
  await until(`The storing of ${cells}`, async () => (await settled(plant, cells, 40)).visits === 40);
  const fields = await plant.rows('visits', 'SHOW FIELD KEYS FROM filling');
  return fields.filter(([name]) => /^(before|after)_/.test(String(name))).length;
}

test('names taken beyond the plan are still the same after Telegraf was stopped and started', async () => {
  expect(await send('BEFORE')).toBe(32);
  process.kill(plant.pid('telegraf'), 'SIGTERM');
  await until('The state file', () => existsSync(path.join(plant.dataDir, 'telegraf.state')));
  await plant.kill('telegraf');
  await plant.start('telegraf');
  expect(await send('AFTER')).toBe(32);
}, 120_000);
