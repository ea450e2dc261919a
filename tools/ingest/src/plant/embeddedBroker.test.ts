import { until } from '@cellthread/stack';
import { settled } from './outages';
import { type Plant, startPlant } from './plant';
import { record, topicOf } from './record';

let plant: Plant;

beforeAll(async () => {
  plant = await startPlant({ embedded: true });
}, 60_000);

afterAll(() => plant?.stop(), 30_000);

async function send(cells: string, count: number): Promise<void> {
  const began = Date.now() - 60_000;
  const sent = Array.from({ length: count }, (_, i) =>
    plant.publisher.publishAsync(topicOf('filling-01'), record(`${cells}-${i}`, began + i), { qos: 1 })
  );
  await Promise.all(sent);
}

const stored = (cells: string, count: number) =>
  until(`The storing of ${cells}`, async () => (await settled(plant, cells, count)).visits === count);

test('a burst of records is stored to the last', async () => {
  await send('BURST', 2000);
  await stored('BURST', 2000);
}, 60_000);

test('what comes while Telegraf is away waits for it', async () => {
  await plant.kill('telegraf');
  await send('AWAY', 500);
  await plant.start('telegraf');
  await stored('AWAY', 500);
}, 60_000);
