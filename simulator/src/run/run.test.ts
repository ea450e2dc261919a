import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { type Part, secretsIn, startMosquitto } from '@cellthread/stack';
import { brokerLogin } from 'cellthread-cli';
import { connectAsync, type MqttClient } from 'mqtt';
import { parseArguments } from '../command/parseArguments';
import { readPlant } from '../plant/readPlant';
import { world } from '../world/world';
import { Report } from './Report';
import { run } from './run';
import { readState } from './State';

jest.setTimeout(60_000);

// The afternoon of a working day, whenever this runs: in a planned stop a line tells next to nothing.
const ahead = Date.UTC(2026, 10, 25, 15) - Date.now();
const clock = Date.now;
jest.spyOn(Date, 'now').mockImplementation(() => clock() + ahead);

const plant = readPlant(loadPlan());
const folder = mkdtempSync(path.join(tmpdir(), 'simulator-'));
let broker: Part;
let url: string;
let listener: MqttClient;
let received: string[] = [];

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  broker = await startMosquitto({ port, dataDir: folder });
  url = `mqtt://127.0.0.1:${port}`;
  listener = await connectAsync(url, {
    ...brokerLogin('telegraf', secretsIn(folder)),
    clientId: 'listener',
    clean: true,
  });
  listener.on('message', (topic, payload) => received.push(`${topic} ${payload.toString()}`));
  await listener.subscribeAsync('umh/v1/#', { qos: 1 });
});

afterAll(async () => {
  await listener?.endAsync();
  await broker?.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  received = [];
});

async function until(condition: () => boolean): Promise<void> {
  const give = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > give) {
      throw new Error('waited 20 s in vain');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Line {
  phase: string;
  published: number;
  peak?: number;
}

/** Runs the simulator with a report that keeps its lines. */
async function simulate(argv: string[], signal = new AbortController().signal): Promise<Line[]> {
  const lines: Line[] = [];
  const report = new Report(true, (line) => lines.push(JSON.parse(line) as Line));
  await run(parseArguments(['--broker', url, '--secrets', secretsIn(folder), ...argv]), plant, report, signal);
  return lines;
}

test('what is received is what was published, with at most 500 messages in flight', async () => {
  const began = Date.now();
  const lines = await simulate([
    '--history',
    '90m',
    '--since',
    '2d',
    '--no-live',
    '--truth',
    path.join(folder, 'truth.json'),
    '--fault',
    'welder-leakers@-40m',
  ]);
  const end = lines.at(-1) as Line;
  expect(end.phase).toBe('end');
  expect(end.published).toBeGreaterThan(5000);
  expect(end.peak).toBeLessThanOrEqual(500);
  await until(() => received.length >= end.published);
  expect(received.length).toBe(end.published);
  const results = received.filter((message) => message.includes('/_cellresult/'));
  expect(results.length).toBeGreaterThan(1000);
  const unmarked = results.filter((message) => !message.endsWith(',"history":true}'));
  expect(unmarked.filter((message) => Number(/"timestamp_ms":(\d+)/.exec(message)?.[1]) < began)).toEqual([]);
  const truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as { faults: { id: string }[] };
  expect(truth.faults.map(({ id }) => id)).toEqual(['welder-leakers']);
});

test('a run that was stopped is continued: together they are the whole stream', async () => {
  const state = path.join(folder, 'state.json');
  // It has to be stopped while much is still to come.
  const argv = ['--history', '4h', '--since', '0', '--no-live', '--state', state];
  const stop = new AbortController();
  const first = simulate(argv, stop.signal);
  await until(() => received.length > 1500);
  stop.abort();
  const stopped = (await first).at(-1) as Line;
  const after = readState(state);
  expect(after?.untilMs).toBeLessThan(after?.liveMs ?? 0);
  const second = (await simulate(argv)).at(-1) as Line;
  await until(() => received.length >= stopped.published + second.published);
  const whole: string[] = [];
  const { untilMs, ...options } = readState(state) as NonNullable<ReturnType<typeof readState>>;
  for (const { topic, payload, timeMs } of world(plant, 1, { ...options, cells: Infinity, faults: [] })) {
    if (timeMs > untilMs) {
      break;
    }
    whole.push(`${topic} ${JSON.stringify(payload)}`);
  }
  const got = new Set(received.map((message) => message.replace(',"history":true}', '}')));
  expect(whole.length).toBeGreaterThan(5000);
  expect(whole.filter((message) => !got.has(message))).toEqual([]);
  // Only messages of the very moment it stopped at may come twice.
  expect(received.length - got.size).toBeLessThan(600);
});

test('a remembered fault whose place the plan has lost is left out, one that is asked for is refused', async () => {
  const state = path.join(folder, 'renamed.json');
  const argv = ['--history', '2m', '--since', '0', '--no-live', '--state', state];
  await simulate([...argv, '--fault', 'drift']);
  const before = readState(state) as NonNullable<ReturnType<typeof readState>>;
  writeFileSync(state, JSON.stringify({ ...before, faults: [{ id: 'drift', place: 'gone', fromMs: 0, toMs: null }] }));
  expect((await simulate(argv)).at(-1)?.phase).toBe('end');
  await expect(simulate([...argv, '--fault', 'drift:gone'])).rejects.toThrow('"gone" is no station with a machine');
});

test('a live run keeps to the clock and stops when told to', async () => {
  const stop = new AbortController();
  const running = simulate(['--speed', '50', '--since', '0'], stop.signal);
  await until(() => received.length > 60);
  stop.abort();
  const lines = await running;
  expect(lines.some(({ phase }) => phase === 'live')).toBe(true);
  expect((lines.at(-1) as Line).published).toBeLessThan(2000);
});

test('a live line obeys what it is commanded, and remembers it over a restart', async () => {
  const state = path.join(folder, 'obeying.json');
  const argv = ['--speed', '20', '--since', '0', '--history', '60m', '--state', state, '--ack-late', '0'];
  const people = await connectAsync(url, brokerLogin('cellthread', secretsIn(folder)));
  const stop = new AbortController();
  const running = simulate(argv, stop.signal);
  const stacked = () =>
    received
      .filter((message) => message.includes('/_cellresult/stacking ') && message.includes('"production"'))
      .findLast((message) => !message.includes('"history":true'));
  const command = (number: number, name: string, payload: object) =>
    people.publishAsync(
      `umh/v1/${plant.enterprise}/${plant.site}/assembly/line-1/stacker-01/_command/${name}`,
      JSON.stringify({ command_id: `command-${number}`, number, target_type: 'cell', ...payload }),
      { qos: 1 }
    );
  await until(() => stacked() !== undefined);
  const cell = /"cell_id":"([^"]+)"/.exec(stacked() ?? '')?.[1] ?? '';
  await command(1, 'disposition', { target_id: cell, state: 'hold', station: 'stacking' });
  const acknowledged = () => received.filter((message) => message.includes('/stacker-01/_event/command-ack '));
  await until(() => acknowledged().length === 1);
  expect(acknowledged()[0]).toContain(
    `"reference":"command-1","target_type":"cell","target_id":"${cell}","disposition":"hold","station":"tab_welding","text":"diverted before tab_welding"`
  );
  const moment = (message = '') => Number(/"timestamp_ms":(\d+)/.exec(message)?.[1]);
  // The next ones have long been at the next station.
  await until(() => moment(received.at(-1)) > moment(acknowledged()[0]) + 120_000);
  stop.abort();
  await running;
  const later = new AbortController();
  const again = simulate(argv, later.signal);
  // Whoever commands tells it again until it is acknowledged.
  const telling = setInterval(() => void command(2, 'disposition', { target_id: cell, state: 'release' }), 500);
  await until(() => acknowledged().some((message) => message.includes('"command-2"')));
  clearInterval(telling);
  expect(acknowledged().find((message) => message.includes('"command-2"'))).toContain(
    '"text":"went on to tab_welding"'
  );
  later.abort();
  await again;
  await people.endAsync();
  expect(received.some((message) => message.includes('/_cellresult/tab_welding ') && message.includes(cell))).toBe(
    false
  );
});

test('a broker that is not there is told in a sentence', async () => {
  const nobody = `mqtt://127.0.0.1:${await freePort()}`;
  const report = new Report(true, () => undefined);
  const running = run(parseArguments(['--broker', nobody]), plant, report, new AbortController().signal);
  await expect(running).rejects.toThrow(`The broker at ${nobody} cannot be reached`);
});

test('a damaged state file is told in a sentence', async () => {
  const state = path.join(folder, 'damaged.json');
  writeFileSync(state, '{"version":1,');
  await expect(simulate(['--state', state])).rejects.toThrow(`The state file ${state} is damaged`);
});
