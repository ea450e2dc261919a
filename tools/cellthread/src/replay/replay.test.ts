import { type Plant, record, settled, startPlant, topicOf } from '@cellthread/ingest';
import { until } from '@cellthread/stack';
import { commands } from '../commands';
import { runCli } from '../runCli';

const HOUR = 3_600_000;

let plant: Plant;
let began: string;

beforeAll(async () => {
  plant = await startPlant();
  began = new Date(Date.now() - 1000).toISOString();
  const now = Date.now();
  const ahead = Array.from({ length: 5 }, (_, i) => record(`AHEAD-${i}`, now + HOUR));
  await Promise.all([
    ...ahead.map((payload) => send(topicOf('filling-01'), payload)),
    send(topicOf('filling-02'), record('OTHER-0', now + HOUR)),
    send(topicOf('brewer-01', 'brewing'), record('BREWED-0', now)),
    send(topicOf('filling-01'), '{broken'),
    send(topicOf('filling-01'), JSON.stringify({ note: 'x'.repeat(70_000) })),
  ]);
  await until('Nine rejected rows', async () => (await rejected()).length === 9);
}, 60_000);

afterAll(() => plant?.stop(), 30_000);

const send = (topic: string, payload: string) => plant.publisher.publishAsync(topic, payload, { qos: 1 });

const rejected = () => plant.rows('rejected', 'SELECT topic FROM rejected');

async function replay(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const where = ['--from', began, '--url', plant.influxUrl, '--mqtt', plant.mqttUrl, '--secrets', plant.secrets];
  const code = await runCli(commands, ['replay', ...where, ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

test('a dry run names what would be sent and sends nothing', async () => {
  const { code, out } = await replay('--reason', 'timestamp', '--shift=-1h', '--dry-run');
  expect(code).toBe(0);
  expect(out.filter((line) => line.startsWith('would send'))).toHaveLength(6);
  expect(out.at(-1)).toBe('6 would be sent again, 0 refused.');
});

test('records of a clock an hour ahead are stored after a shift back by an hour', async () => {
  const { code, out } = await replay('--topic', 'umh/v1/+/de1/#', '--reason', 'timestamp', '--shift=-1h');
  expect({ code, out }).toEqual({ code: 0, out: ['6 sent again, 0 refused.'] });
  expect(await settled(plant, 'AHEAD', 5)).toEqual({ published: 5, visits: 5, indexed: 5, twice: 0 });
}, 30_000);

test('a filter takes only topics that match it', async () => {
  const { out } = await replay('--topic', 'umh/v1/acme/de1/assembly/l1/filling-02/#', '--shift=-1h', '--dry-run');
  expect(out.at(-1)).toBe('1 would be sent again, 0 refused.');
});

test('truncated payloads and payloads without times to shift are refused by name', async () => {
  const { code, err } = await replay('--reason', 'too-large', '--reason', 'not-json', '--shift', '1h');
  expect(code).toBe(1);
  expect(err).toEqual([
    expect.stringMatching(/^refused: .* not-json .*filling-01.*: its payload is no JSON object/),
    expect.stringMatching(/^refused: .* too-large .*filling-01.*: only the beginning of its payload was kept/),
  ]);
});

test('a broker that does not answer is a sentence', async () => {
  const { code, err } = await replay('--mqtt', 'mqtt://127.0.0.1:1');
  expect({ code, err }).toEqual({
    code: 1,
    err: [expect.stringMatching(/^cellthread replay: The broker at mqtt:\/\/127.0.0.1:1 does not answer \(/)],
  });
});

test.each([
  ['--shift', 'soon'],
  ['--from', 'yesterday'],
])('%s %s is a usage error', async (...args) => {
  expect((await replay(...args)).code).toBe(2);
});
