import { readFileSync } from 'node:fs';
import { until } from '@cellthread/stack';
import { floods, inventedNames } from './floods';
import { settled } from '../plant/outages';
import { type Plant, startPlant } from '../plant/plant';
import { record, topicOf } from '../plant/record';

/** Unplanned value names of a measurement, machines of a line: telegraf/processors/ingest/limits.star. */
const MAX_NAMES = 32;
const MAX_MACHINES = 16;
const MACHINES = 50_000;
const GB = 2 ** 30;
const PATIENT = { timeoutMs: 250_000, everyMs: 500 };

let plant: Plant;

beforeAll(async () => {
  plant = await startPlant();
}, 60_000);

afterAll(() => plant?.stop(), 60_000);

const send = (topic: string, payload: string) => plant.publisher.publishAsync(topic, payload, { qos: 1 });

const count = async (database: string, statement: string) =>
  Number((await plant.rows(database, statement))[0]?.[1] ?? 0);

/** A millisecond of its own for each record: what is tried here are names, not row times. */
const began = Date.now() - 3_600_000;
const at = (i: number) => began + i;

const refused = () => count('rejected', 'SELECT count(detail) FROM rejected');

const fields = async () => (await plant.rows('visits', 'SHOW FIELD KEYS FROM filling')).map(([name]) => String(name));

const peakBytes = () =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${plant.pid('telegraf')}/status`, 'utf8'))?.[1]) * 1024;

/** Cells of a name are all stored, each once and with its pointer. */
async function allStored(cells: string, number: number): Promise<void> {
  const visits = `SELECT count(visit) FROM filling WHERE cell_id =~ /^${cells}-/`;
  await until(`The storing of ${number} ${cells}`, async () => (await count('visits', visits)) >= number, PATIENT);
  expect(await settled(plant, cells, number)).toEqual({ published: number, visits: number, indexed: number, twice: 0 });
}

/** Good records sent behind a flood are stored. */
async function ingestGoesOn(cells: string): Promise<void> {
  const good = Array.from({ length: 100 }, (_, i) => record(`${cells}-${i}`, Date.now() - 1000 + i));
  await Promise.all(good.map((payload) => send(topicOf('filling-01'), payload)));
  await allStored(cells, 100);
}

test('messages that name 72 000 values add few fields, and each visit is stored with what the plan names', async () => {
  await ingestGoesOn('BEFORE');
  const before = await fields();
  const sent = inventedNames((i) => `NAMES-${i}`, Date.now() - 60_000);
  await Promise.all(sent.map(({ topic, payload }) => send(topic, payload)));
  await ingestGoesOn('AFTER');
  expect((await plant.rows('visits', 'SELECT fill_mass FROM filling WHERE cell_id =~ /^NAMES-/')).length).toBe(
    sent.length
  );
  expect((await fields()).length - before.length).toBeLessThanOrEqual(MAX_NAMES);
  expect(await count('rejected', `SELECT count(payload) FROM rejected WHERE reason = 'unplanned'`)).toBe(sent.length);
}, 300_000);

test('values sent one by one under names of their own are bounded as well', async () => {
  const before = await fields();
  const values = Array.from({ length: 500 }, (_, i) => record(`ONE-${i}`, at(i), { values: { [`one_${i}`]: i } }));
  await Promise.all(values.map((payload) => send(topicOf('filling-01'), payload)));
  await allStored('ONE', 500);
  expect((await fields()).length - before.length).toBeLessThanOrEqual(MAX_NAMES);
}, 300_000);

test(`${MACHINES} invented machines become ${MAX_MACHINES} and one called unplanned, each visit with the name it came from`, async () => {
  for (let i = 0; i < MACHINES; i += 1000) {
    const machines = Array.from({ length: 1000 }, (_, k) => i + k);
    await Promise.all(machines.map((k) => send(topicOf(`press-${k}`), record(`PRESS-${k}`, at(k)))));
  }
  const all = 'SELECT count(equipment_reported) FROM filling';
  await until(
    'The storing of all visits',
    async () => (await count('visits', all)) >= MACHINES - MAX_MACHINES,
    PATIENT
  );
  const machines = await plant.rows('visits', 'SHOW TAG VALUES FROM filling WITH KEY = equipment');
  expect(machines.length).toBeLessThanOrEqual(MAX_MACHINES + 1);
  expect(machines.map(([, name]) => name)).toContain('unplanned');
  await ingestGoesOn('MACHINES');
}, 300_000);

test('places, sensors and materials without end stay few series and fields', async () => {
  const reading = { timestamp_ms: Date.now(), values: { temperature: 20 } };
  await Promise.all(
    Array.from({ length: 500 }, (_, i) => [
      send(`umh/v1/acme/site${i}/a/l1/e-1/_cellresult/filling`, record(`SITE-${i}`, at(i))),
      send(`umh/v1/acme/de1/a/line${i}/e-1/_cellresult/filling`, record(`LINE-${i}`, at(i))),
      send(`umh/v1/acme/de1/a/facility/s-${i}/_environment/dry-room`, JSON.stringify({ ...reading, sensor: `s-${i}` })),
      send(`umh/v1/acme/de1/a/facility/s-1/_environment/zone-${i}`, JSON.stringify({ ...reading, sensor: 's-1' })),
      send(
        `umh/v1/acme/de1/a/l1/e-${i}/_state/equipment`,
        JSON.stringify({ ...reading, values: { [`signal_${i}`]: 1 } })
      ),
      send(topicOf('filling-01'), record(`LOT-${i}`, at(i), { lots: { [`material_${i}`]: 'L-1' } })),
      send(
        `umh/v1/acme/site${i}/a/l1/e-1/_genealogy/contains`,
        JSON.stringify({ ...reading, child_id: `C-${i}`, parent_id: 'P' })
      ),
      send(`umh/v1/acme/site${i}/a/l1/e-1/_cellresult/filling`, '{broken'),
    ]).flat()
  );
  await allStored('LOT', 500);
  await ingestGoesOn('PLACES');
  const tags = async (database: string, from: string, key: string) =>
    (await plant.rows(database, `SHOW TAG VALUES FROM ${from} WITH KEY = ${key}`)).length;
  expect({
    sites: (await tags('visits', 'filling', 'site')) <= 4,
    lines: (await tags('visits', 'filling', 'line')) <= 8,
    zones: (await tags('visits', 'environment', 'zone')) <= 18,
    sensors: (await tags('visits', 'environment', 'sensor')) <= 66,
    edges: (await tags('record', 'genealogy', 'site')) <= 4,
    rejected: (await tags('rejected', 'rejected', 'site')) <= 5,
    signals: (await plant.rows('visits', 'SHOW FIELD KEYS FROM equipment_state')).length <= MAX_NAMES + 5,
    lots: (await fields()).filter((name) => name.startsWith('lot_')).length <= 10,
  }).toEqual({
    sites: true,
    lines: true,
    zones: true,
    sensors: true,
    edges: true,
    rejected: true,
    signals: true,
    lots: true,
  });
}, 300_000);

test('700 messages of 60 kB of rubbish are all told, take no more room than a minute has, and ingest goes on', async () => {
  const rubbish = `SELECT count(digest) FROM rejected WHERE reason = 'topic'`;
  const counted = `SELECT sum(messages) FROM rejected WHERE reason = 'topic'`;
  const whole = `SELECT count(truncated) FROM rejected WHERE reason = 'topic' AND truncated = false`;
  const kept = async () => [
    await count('rejected', whole),
    await count('rejected', rubbish),
    await count('rejected', counted),
  ];
  const sum = async () => (await kept()).reduce((a, b) => a + b);
  const before = await sum();
  for (let i = 0; i < 700; i += 100) {
    await Promise.all(Array.from({ length: 100 }, () => send(`${topicOf('filling-01')}/deeper`, 'x'.repeat(60_000))));
  }
  await until('The telling of all rubbish', async () => (await sum()) - before >= 700, PATIENT);
  expect((await sum()) - before).toBe(700);
  // 8 MiB a minute, of the two minutes or three in which they may have come.
  expect((await kept())[0]).toBeLessThanOrEqual(3 * 140);
  expect((await kept())[2]).toBeGreaterThan(0);
  const bounded = `SELECT sum(messages) FROM ingest_bound WHERE "rule" = 'rejected-flood'`;
  await until('The telling of the bound', async () => (await count('rejected', bounded)) > 0, PATIENT);
  await ingestGoesOn('RUBBISH');
}, 300_000);

test('the worst message of every topic makes few rows, and ingest goes on behind twenty of each', async () => {
  const before = await refused();
  const events = await count('record', 'SELECT count(event_id) FROM event');
  const huge = floods(Date.now() - 60_000).filter(({ what }) => !what.includes('firing'));
  for (const { topic, payload } of huge) {
    await Promise.all(Array.from({ length: 20 }, () => send(topic, payload)));
  }
  await ingestGoesOn('WORST');
  await until('The keeping of what was refused', async () => (await refused()) >= before + huge.length, PATIENT);
  const rows = (await refused()) - before;
  expect(rows).toBeLessThanOrEqual(huge.length * 20 * 21);
  expect((await count('record', 'SELECT count(event_id) FROM event')) - events).toBeLessThanOrEqual(huge.length * 20);
}, 300_000);

test('Telegraf needs less than a gigabyte and a half for all of it', () => {
  expect(peakBytes()).toBeLessThan(1.5 * GB);
  process.stdout.write(`Telegraf's peak: ${Math.round(peakBytes() / 2 ** 20)} MB\n`);
});
