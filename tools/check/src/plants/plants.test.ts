import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Characteristic, type Plan } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { render } from '@cellthread/generate';
import { buildBackend, createProgress, mustRun, root } from '@cellthread/install';
import { freePortBase, secretsIn, startStack, until } from '@cellthread/stack';
import { brokerLogin } from 'cellthread-cli';
import { connectAsync } from 'mqtt';
import { parse } from 'yaml';
import { ask, type Row } from './ask';
import { bad, cellOf, cellStations, measured } from './cellOf';

const names = readdirSync(path.join(root, 'plants'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Rule {
  title: string;
  /** Of rules that command the line. */
  notification_settings?: object;
  data: Array<{ relativeTimeRange: { from: number }; model: Row }>;
}
interface ContactPoint {
  receivers: Array<{ settings: { topic: string; message: string } }>;
}

/** Of each kind of value one that has a spec, at the last station where there is one. */
function chosen(plan: Plan): Characteristic[] {
  const all = cellStations(plan)
    .flatMap(measured)
    .filter((one) => bad(one) !== undefined);
  return (['number', 'count', 'boolean'] as const).flatMap(
    (type) => all.filter((one) => one.type === type).at(-1) ?? []
  );
}

describe.each(names)('the plant %s', (name) => {
  const place = mkdtempSync(path.join(tmpdir(), 'cellthread-plants-'));
  const dir = path.join(place, name);
  cpSync(path.join(root, 'plants', name), dir, {
    recursive: true,
    filter: (from) => path.relative(path.join(root, 'plants', name), from) !== 'out',
  });
  const plant = plantFolder(dir);
  const plan = loadPlan(plant.plan);
  const dataDir = path.join(place, 'data');
  const started = Date.now();
  const provisioned = <T>(file: string) =>
    parse(readFileSync(path.join(plant.out, 'provisioning/alerting', file), 'utf8')) as T;
  const spoiled = chosen(plan).map((one) => ({ one, cell: `BAD-${one.type}` }));
  let stack: Awaited<ReturnType<typeof startStack>>;
  let workbench: string;
  const lately = () => ({ from: started - 3_600_000, to: Date.now() });
  const rows = async (query: Row, frame: string) => (await ask(workbench, lately(), query)).get(frame) ?? [];

  async function publish(user: 'station' | 'grafana', messages: Array<{ topic: string; text: string }>): Promise<void> {
    const client = await connectAsync(stack.run.mqtt, brokerLogin(user, secretsIn(dataDir)));
    for (const { topic, text } of messages) {
      await client.publishAsync(topic, text, { qos: 1 });
    }
    await client.endAsync();
  }

  beforeAll(async () => {
    const progress = createProgress(() => undefined);
    await buildBackend(progress);
    stack = await startStack({ portBase: await freePortBase(), dataDir, plant }, progress);
    workbench = stack.run.workbench;
    const cells = [
      cellOf(plan, 'GOOD', started - 60_000),
      ...spoiled.map(({ one, cell }) => cellOf(plan, cell, started - 60_000, { [one.id]: bad(one)! })),
    ];
    await publish(
      'station',
      cells.flat().map(({ topic, payload }) => ({ topic, text: JSON.stringify(payload) }))
    );
  }, 240_000);

  afterAll(async () => {
    await stack?.stop();
    rmSync(place, { recursive: true, force: true });
  }, 60_000);

  const cellthread = (...args: string[]) =>
    mustRun(process.execPath, [path.join(root, 'tools/cellthread/bin/cellthread.mjs'), ...args]);

  test('is checked, and pushed as it is', async () => {
    expect(await cellthread('plan', 'check', '--plant', dir)).toContain(
      `${plan.header.number} (document revision ${plan.header.revision}) is valid: `
    );
    const server = ['--url', stack.run.influx, '--secrets', secretsIn(dataDir)];
    expect(await cellthread('plan', 'diff', '--plant', dir, ...server)).toMatch(/^Nothing to do/);
  }, 30_000);

  test('has a cell whose traveler tells every station and every value, all of them good', async () => {
    const stations = cellStations(plan);
    const traveler = () => rows({ queryType: 'traveler', cellId: 'GOOD' }, 'operations');
    await until('The record of the cell', async () => (await traveler()).length === stations.length);
    expect((await traveler()).map(({ station }) => station).sort()).toEqual(stations.map(({ id }) => id).sort());
    const values = await rows({ queryType: 'traveler', cellId: 'GOOD' }, 'characteristics');
    const told = new Map(values.map((row) => [`${String(row.station)} ${String(row.characteristic)}`, row]));
    const expected = stations.flatMap((station) => measured(station).map(({ id }) => `${station.id} ${id}`));
    expect(expected.filter((key) => told.get(key)?.reading !== 'measured' || told.get(key)?.verdict === 'nok')).toEqual(
      []
    );
  }, 60_000);

  test('rejects nothing of it', async () => {
    const frames = await ask(workbench, lately(), { queryType: 'signals', kinds: ['rejected'] });
    expect(frames.size).toBe(1);
    expect([...frames.values()].flat()).toEqual([]);
  });

  test('every query of its alert rules is answered', async () => {
    const { groups } = provisioned<{ groups: Array<{ rules: Rule[] }> }>('rules.yaml');
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(cellStations(plan).length);
    const now = Date.now();
    for (const { data } of rules) {
      const { relativeTimeRange, model } = data[0]!;
      await ask(workbench, { from: now - relativeTimeRange.from * 1000, to: now }, model);
    }
  }, 60_000);

  test('has a rule for all that its plan has, and who takes one away is told of what nobody asks for', async () => {
    const { groups } = provisioned<{ groups: Array<{ rules: Rule[] }> }>('rules.yaml');
    const model = groups.flatMap(({ rules }) => rules.map(({ data }) => data[0]!.model)).find(({ watch }) => watch)!;
    const unasked = async (watch: unknown) => {
      const frames = await ask(workbench, lately(), { ...model, watch });
      return [...frames.values()].flat().filter(({ rule }) => String(rule).endsWith('/unasked'));
    };
    const watch = model.watch as Array<{ kinds: string[]; stations?: string[] }>;
    expect(await unasked(watch)).toEqual([]);
    const station = cellStations(plan).at(-1)!.id;
    const left = await unasked(
      watch.filter(({ kinds, stations }) => !(kinds.includes('k-of-n') && stations?.includes(station)))
    );
    expect(left.length).toBeGreaterThan(0);
    expect(left).toEqual(left.map(() => expect.objectContaining({ station, rule: 'k-of-n/unasked' })));
  }, 30_000);

  test('holds each cell out of spec that a rule of its station finds, where the plan wants it held', async () => {
    const { groups } = provisioned<{ groups: Array<{ rules: Rule[] }> }>('rules.yaml');
    const { contactPoints } = provisioned<{ contactPoints: ContactPoint[] }>('contact-points.yaml');
    const { topic, message } = contactPoints[0]!.receivers[0]!.settings;
    expect(spoiled.length).toBeGreaterThan(0);
    for (const { one, cell } of spoiled) {
      const model = groups
        .flatMap((group) => group.rules)
        .filter(({ notification_settings }) => notification_settings)
        .map(({ data }) => data[0]!.model)
        .find(({ kinds, state, stations }) =>
          [kinds, [state], stations].every((list, i) => String(list) === ['out-of-spec', 'fresh', one.station][i])
        )!;
      const found = async () => {
        const frames = await ask(workbench, lately(), model);
        return [...frames.values()].flat().find((row) => row.cell_id === cell);
      };
      const disposition = async () => (await rows({ queryType: 'traveler', cellId: cell }, 'header'))[0]?.disposition;
      if (one.reaction.containment === 'none') {
        expect(await found()).toBeUndefined();
        expect(await disposition()).not.toBe('hold');
        continue;
      }
      await until(`The signal of ${one.station} ${one.id}`, async () => (await found()) !== undefined);
      const { value: _, ...labels } = (await found())!;
      expect(labels).toMatchObject({ station: one.station, characteristic: one.id });
      const text = render(message, {
        firing: [{ labels: labels as Record<string, string>, startsAt: new Date().toISOString() }],
      });
      await publish('grafana', [{ topic, text }]);
      await until(`The hold of ${cell}`, async () => (await disposition()) === 'hold');
    }
    expect((await rows({ queryType: 'traveler', cellId: 'GOOD' }, 'header'))[0]?.disposition).not.toBe('hold');
  }, 90_000);
});
