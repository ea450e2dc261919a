import { until } from '@cellthread/stack';
import { settled } from './outages';
import { type Plant, startPlant } from './plant';
import { record, topicOf } from './record';

let plant: Plant;

beforeAll(async () => {
  plant = await startPlant();
}, 60_000);

afterAll(() => plant?.stop(), 30_000);

const send = (payload: string, topic = topicOf('filling-01')) =>
  plant.publisher.publishAsync(topic, payload, { qos: 1 });

const stored = (database: string, statement: string, rows: number) =>
  until(`${rows} rows of ${statement}`, async () => (await plant.rows(database, statement)).length >= rows);

test('one bad record among 300 good ones leaves all 300 in the database', async () => {
  const now = Date.now();
  const good = Array.from({ length: 300 }, (_, i) => record(`GOOD-${i}`, now - 1000));
  await Promise.all([...good.slice(0, 150), record('x y', now), '{"cell_id":', ...good.slice(150)].map((p) => send(p)));
  expect(await settled(plant, 'GOOD', 300)).toEqual({ published: 300, visits: 300, indexed: 300, twice: 0 });
  await stored('rejected', 'SELECT detail FROM rejected', 2);
}, 30_000);

test('a value of another type than the column costs no other record of its batch', async () => {
  const now = Date.now();
  const values: unknown[] = [1, 1.5, '1.5', true, [1], { a: 1 }, null, 1e300];
  await Promise.all(values.map((v, i) => send(record(`TYPE-${i}`, now - 500, { values: { mixed: v } }))));
  await stored('visits', 'SELECT cell_id FROM filling WHERE cell_id =~ /^TYPE-/', values.length);
  const rows = await plant.rows('visits', 'SELECT mixed FROM filling WHERE cell_id =~ /^TYPE-/');
  expect(rows.map(([, mixed]) => mixed).sort()).toEqual([1, 1.5, 1e300]);
}, 30_000);

test('records of an outage are told by arrival, stamped when they were stored', async () => {
  const minute = Math.floor(Date.now() / 60_000) - 10;
  await plant.kill('influxd');
  await Promise.all(Array.from({ length: 200 }, (_, i) => send(record(`LATE-${i}`, minute * 60_000 + i))));
  const before = Date.now();
  await plant.start('influxd');
  expect(await settled(plant, 'LATE', 200)).toEqual({ published: 200, visits: 200, indexed: 200, twice: 0 });
  const arrival = `SELECT minute FROM arrival WHERE station = 'filling' AND time >= ${before}ms`;
  await stored('visits', arrival, 1);
  expect((await plant.rows('visits', arrival)).map(([, told]) => told)).toContain(minute);
}, 60_000);

test('Telegraf tells about itself beside the rejected inputs', async () => {
  await stored('rejected', 'SELECT metrics_written FROM internal_write LIMIT 1', 1);
  await stored('rejected', 'SELECT messages_received FROM internal_mqtt_consumer LIMIT 1', 1);
}, 30_000);
