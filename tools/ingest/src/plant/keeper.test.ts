import path from 'node:path';
import { buildBackend, createProgress, mustRun, root } from '@cellthread/install';
import { until } from '@cellthread/stack';
import { type Step, surviveOutages } from './outages';
import { type PartName, type Plant, startPlant } from './plant';
import { record, topicOf } from './record';

/** How soon what is stored is held without anybody who evaluates alert rules, ms. */
const SOON = 15_000;

let plant: Plant;

beforeAll(async () => {
  await buildBackend(createProgress(() => undefined));
  plant = await startPlant();
  const cli = path.join(root, 'tools/cellthread/bin/cellthread.mjs');
  const where = ['--url', plant.influxUrl, '--secrets', plant.secrets];
  const why = ['--author', 'test', '--reason', 'a plant to be held'];
  await mustRun(process.execPath, [cli, 'plan', 'push', ...where, ...why], { cwd: root });
  await plant.start('keeper');
}, 300_000);

afterAll(() => plant?.stop(), 30_000);

const send = (cell: string, more: Record<string, unknown>, sourceMs = Date.now()) =>
  plant.publisher.publishAsync(topicOf('filling-01'), record(cell, sourceMs, more), { qos: 1 });

const light = { values: { fill_mass: 700 } };

/** The rows of holds of cells whose IDs begin so. */
const holds = async (cells: string) =>
  (
    await plant.rows('record', `SELECT item_id, event_id FROM event WHERE kind = 'hold' AND item_id =~ /^${cells}/`)
  ).map(([, item, id]) => ({ item: String(item), id: String(id) }));

test('a cell out of spec is held once within 15 s though no Grafana runs, a good one is not', async () => {
  await Promise.all([send('ALONE-bad', light), send('ALONE-good', {})]);
  await until('The hold', async () => (await holds('ALONE')).length > 0, { timeoutMs: SOON });
  await plant.kill('keeper');
  await plant.start('keeper');
  await send('ALONE-next', light);
  await until('The next hold', async () => (await holds('ALONE-next')).length > 0, { timeoutMs: SOON });
  expect((await holds('ALONE')).map(({ item }) => item).sort()).toEqual(['ALONE-bad', 'ALONE-next']);
}, 60_000);

test('what was measured hours ago is held when it arrives, what only tells what was is not', async () => {
  const hoursAgo = Date.now() - 5 * 3_600_000;
  await send('LATE-history', { ...light, history: true }, hoursAgo);
  await send('LATE-late', light, hoursAgo);
  await until('The hold', async () => (await holds('LATE')).length > 0, { timeoutMs: SOON });
  expect((await holds('LATE')).map(({ item }) => item)).toEqual(['LATE-late']);
}, 60_000);

/** What a line is told. */
interface Command {
  command_id: string;
  target_id: string;
  number: number;
  state: string;
  holds: string[];
}

/** A line that acknowledges each command, and hands on what it was told of cells whose IDs begin so. */
async function acknowledges(cells: string, told: (command: Command, says: typeof saysAt) => void): Promise<void> {
  plant.publisher.on('message', (topic, payload) => {
    const command = JSON.parse(String(payload)) as Command;
    if (topic.endsWith('/_command/disposition') && command.target_id.startsWith(cells)) {
      const { command_id: reference, target_id } = command;
      void saysAt('command-ack', { reference, target_type: 'cell', target_id, event_id: `ack-${reference}` });
      told(command, saysAt);
    }
  });
  await plant.publisher.subscribeAsync('umh/v1/+/+/+/+/+/_command/disposition', { qos: 1 });
}

const saysAt = (kind: string, event: Record<string, unknown>, at = 'filling-01') =>
  plant.publisher.publishAsync(
    `umh/v1/acme/de1/assembly/l1/${at}/_event/${kind}`,
    JSON.stringify({ timestamp_ms: Date.now(), ...event }),
    { qos: 1 }
  );

/** What is stored of cells whose IDs begin so: the columns of events of a kind. */
const stored = async (kind: string, cells: string, ...columns: string[]) =>
  (
    await plant.rows(
      'record',
      `SELECT ${columns.join(', ')} FROM event WHERE kind = '${kind}' AND target_id =~ /^${cells}/`
    )
  ).map(([, ...values]) => values.map(String));

test('whichever part is killed at 300 records a second, every cell out of spec is held once and no other, every command acknowledged, no decision lost or doubled', async () => {
  const isBad = (n: number) => n % 50 === 0;
  const killed = (name: PartName): Step[] => [{ kill: name }, { flowMs: 1500 }, { start: name }, { flowMs: 1500 }];
  const released = new Set<string>();
  await acknowledges('FLOW', ({ state, target_id, holds: answers }, says) => {
    if (state === 'hold' && !released.has(target_id) && Number(target_id.slice('FLOW-'.length)) % 100 === 0) {
      released.add(target_id);
      void says('release', { event_id: `release-${target_id}`, target_type: 'cell', target_id, answers }, 'mes');
    }
  });
  const { published } = await surviveOutages(plant, {
    cells: 'FLOW',
    rate: 300,
    steps: [{ flowMs: 1500 }, ...(['keeper', 'telegraf', 'influxd', 'mosquitto'] as const).flatMap(killed)],
    more: (n) => (isBad(n) ? light : {}),
  });
  const bad = Array.from({ length: published }, (_, n) => n).filter(isBad);
  await until('The holding of all', async () => (await holds('FLOW')).length >= bad.length, { timeoutMs: 60_000 });
  const held = await holds('FLOW');
  expect(held.map(({ item }) => item).sort()).toEqual(bad.map((n) => `FLOW-${n}`).sort());
  expect(new Set(held.map(({ id }) => id)).size).toBe(bad.length);
  /** The newest command of each cell. */
  const newest = async () => {
    const of = new Map<string, { id: string; number: number; state: string }>();
    for (const [cell = '', id = '', number = '', state = ''] of await stored(
      'command',
      'FLOW',
      ...['target_id', 'event_id', 'reference', 'disposition']
    )) {
      if (Number(number) >= (of.get(cell)?.number ?? 0)) {
        of.set(cell, { id, number: Number(number), state });
      }
    }
    return of;
  };
  await until(
    'The acknowledgement of all',
    async () => {
      const acknowledged = new Set((await stored('command-ack', 'FLOW', 'reference')).flat());
      const last = [...(await newest()).values()];
      const free = last.filter(({ state }) => state === 'release').length;
      return last.length === bad.length && free === released.size && last.every(({ id }) => acknowledged.has(id));
    },
    { timeoutMs: 120_000 }
  );
  const cells = [...(await newest())].filter(([, { state }]) => state === 'release').map(([cell]) => cell);
  expect(cells.sort()).toEqual([...released].sort());
  expect(cells).toHaveLength(bad.filter((n) => n % 100 === 0).length);
  // A decision and a command that come again are rows of one event.
  expect(new Set((await stored('release', 'FLOW', 'event_id')).flat()).size).toBe(released.size);
  const commands = await stored('command', 'FLOW', 'target_id', 'reference', 'event_id');
  expect(new Set(commands.map(([, , id]) => id)).size).toBe(
    new Set(commands.map(([cell, number]) => `${cell} ${number}`)).size
  );
}, 300_000);

/** The notes about an item that were to be something else. */
const notes = async (item: string) =>
  (
    await plant.rows(
      'record',
      `SELECT item_id, asked, sender, answers, source FROM event WHERE kind = 'note' AND item_id = '${item}'`
    )
  ).map(([, , asked, sender, answers, source]) => ({ asked, sender, answers, source }));

test('the line is told of a hold until it acknowledges, and of what the MES decides then, at its own topic alone', async () => {
  const heard: Array<{ command_id: string; state: string; number: number }> = [];
  await plant.publisher.subscribeAsync('umh/v1/+/+/+/+/+/_command/disposition', { qos: 1 });
  plant.publisher.on('message', (_, payload) => {
    const command = JSON.parse(String(payload)) as {
      target_id: string;
      command_id: string;
      state: string;
      number: number;
    };
    if (command.target_id === 'TOLD-bad') {
      heard.push(command);
    }
  });
  const says = (kind: string, event: Record<string, unknown>, at = 'filling-01') =>
    plant.publisher.publishAsync(
      `umh/v1/acme/de1/assembly/l1/${at}/_event/${kind}`,
      JSON.stringify({ timestamp_ms: Date.now(), target_type: 'cell', target_id: 'TOLD-bad', ...event }),
      { qos: 1 }
    );
  await send('TOLD-bad', light);
  await until('The command', () => heard.length > 0, { timeoutMs: SOON });
  const first = heard[0]!;
  expect(first).toMatchObject({ state: 'hold', number: 1, target_type: 'cell', station: 'filling' });
  await plant.kill('keeper');
  await plant.start('keeper');
  await until('The command again', () => heard.length > 1, { timeoutMs: SOON });
  expect(heard[1]!.command_id).toBe(first.command_id);
  await says('command-ack', { reference: first.command_id, event_id: 'ack-1' });
  const hold = (await holds('TOLD-bad'))[0]!;
  const release = { answers: hold.id, source: 'person', text: 'weighed again' };
  await says('release', { ...release, event_id: 'release-0' });
  await until('The note', async () => (await notes('TOLD-bad')).length > 0, { timeoutMs: SOON });
  expect(await notes('TOLD-bad')).toEqual([
    { asked: 'release', sender: 'filling-01', answers: hold.id, source: 'machine' },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  expect(heard.at(-1)?.state).toBe('hold');
  await says('release', { ...release, event_id: 'release-1' }, 'mes');
  await until('The release', () => heard.at(-1)?.state === 'release', { timeoutMs: SOON });
  expect(heard.at(-1)!.number).toBeGreaterThan(first.number);
}, 90_000);
