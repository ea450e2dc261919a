import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { buildBackend, createProgress } from '@cellthread/install';
import { answers, freePortBase, secretsIn, startStack, startWorkbench, until } from '@cellthread/stack';
import { brokerLogin } from 'cellthread-cli';
import { connectAsync, type MqttClient } from 'mqtt';
import { ask } from '../plants/ask';
import { bad, cellOf, cellStations, measured } from '../plants/cellOf';

const plan = loadPlan();
const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-alerts-'));
/** Rules are evaluated one after another, which takes its time beside other tests. */
const PATIENT = { timeoutMs: 120_000 };
const commanded = `umh/v1/${plan.enterprise}/_alert/grafana`;

/** A cell of a value that endangers people, and one of another value. */
const specified = cellStations(plan)
  .flatMap(measured)
  .filter((one) => bad(one) !== undefined && one.reaction.containment === 'hold');
const dangerous = specified.find(({ severity }) => severity === 'safety')!;
const harmless = specified.find(({ severity }) => severity !== 'safety')!;

let stack: Awaited<ReturnType<typeof startStack>>;
const clients: MqttClient[] = [];
const heard: Array<{ topic: string; text: string }> = [];

interface Notification {
  status: string;
  message: string;
  alerts: Array<{ status: string; labels: Record<string, string>; annotations: Record<string, string> }>;
}
const told = () => heard.filter(({ topic }) => topic !== commanded).map(({ text }) => JSON.parse(text) as Notification);
const inbox = async () =>
  (await (await fetch(`${stack.run.workbench}/api/inbox`)).json()) as {
    since: number;
    rules: number;
    refused: number;
    failing: number;
    messages: Array<{ route: string; notification: Notification }>;
  };

interface Rule {
  uid: string;
  state: string;
  lastEvaluation: string;
}
async function ruleOf(uid: string): Promise<Rule> {
  const answer = await fetch(`${stack.run.workbench}/api/prometheus/grafana/api/v1/rules`);
  const { data } = (await answer.json()) as { data: { groups: Array<{ rules: Rule[] }> } };
  return data.groups.flatMap(({ rules }) => rules).find((rule) => rule.uid.startsWith(uid))!;
}

beforeAll(async () => {
  const progress = createProgress(() => undefined);
  await buildBackend(progress);
  stack = await startStack({ portBase: await freePortBase(), dataDir }, progress);
  // Telegraf reads what commands the line, the MES what people are told.
  for (const [user, topic] of [
    ['telegraf', 'umh/v1/+/_alert/#'],
    ['mes', 'cellthread/+/notify/#'],
  ] as const) {
    const client = await connectAsync(stack.run.mqtt, brokerLogin(user, secretsIn(dataDir)));
    clients.push(client);
    client.on('message', (from, payload) => heard.push({ topic: from, text: payload.toString() }));
    await client.subscribeAsync(topic, { qos: 1 });
  }
  const now = Date.now();
  const station = await connectAsync(stack.run.mqtt, brokerLogin('station', secretsIn(dataDir)));
  for (const [id, one] of [
    ['DANGER', dangerous],
    ['HARMLESS', harmless],
  ] as const) {
    for (const { topic, payload } of cellOf(plan, id, now - 60_000, { [one.id]: bad(one)! })) {
      await station.publishAsync(topic, JSON.stringify(payload), { qos: 1 });
    }
  }
  await station.endAsync();
}, 240_000);

afterAll(async () => {
  await Promise.all(clients.map((client) => client.endAsync()));
  await stack?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

it('every rule of the plant is evaluated', async () => {
  expect(await inbox()).toMatchObject({ refused: 0, failing: 0 });
  expect((await inbox()).rules).toBeGreaterThan(cellStations(plan).length);
});

it('the line is commanded to hold each cell out of spec, by one line of JSON a cell, and holds it', async () => {
  const lines = () =>
    heard
      .filter(({ topic }) => topic === commanded)
      .flatMap(({ text }) => text.trim().split('\n'))
      .map((line) => JSON.parse(line) as Record<string, string>);
  for (const [cell_id, { id, station }] of [
    ['DANGER', dangerous],
    ['HARMLESS', harmless],
  ] as const) {
    await until(`The command for ${cell_id}`, () => lines().some((line) => line.cell_id === cell_id), PATIENT);
    const line = lines().find((one) => one.cell_id === cell_id);
    expect(line).toMatchObject({ kind: 'out-of-spec', visit: '1', station, characteristic: id });
    const range = { from: Date.now() - 3_600_000, to: Date.now() };
    const held = async () => {
      const frames = await ask(stack.run.workbench, range, { queryType: 'traveler', cellId: cell_id });
      return frames.get('header')?.[0]?.disposition === 'hold';
    };
    await until(`The hold of ${cell_id}`, held, PATIENT);
  }
}, 300_000);

it('people are told of danger, once, in a sentence', async () => {
  const isOfDanger = ({ labels }: { labels: Record<string, string> }) =>
    labels.severity === 'safety' && labels.kind === 'out-of-spec' && labels.characteristic === dangerous.id;
  const ofCell = () => told().filter(({ alerts }) => alerts.some(isOfDanger));
  await until('The message to people', () => ofCell().length > 0, PATIENT);
  const [message] = ofCell();
  const alert = message!.alerts.find(isOfDanger)!;
  expect(message!.status).toBe('firing');
  expect(alert.labels).toMatchObject({ station: dangerous.station, equipment: expect.stringMatching(/./) });
  expect(alert.labels).not.toHaveProperty('cell_id');
  expect(message!.message).toMatch(/ is (above|below) the (upper|lower) spec limit; 1 \w+ in the last 3 h/);
  expect(alert.annotations.chart).toContain(`${stack.run.workbench.replace('127.0.0.1', 'localhost')}/d/`);
  await until('The message in the inbox', async () =>
    (await inbox()).messages.some(({ notification }) => notification.alerts.some(isOfDanger))
  );
  expect(ofCell()).toHaveLength(1);
}, 180_000);

it('a workbench that starts again knows what it has told, and tells nobody twice', async () => {
  const before = told().length;
  const port = Number(new URL(stack.run.workbench).port);
  process.kill(stack.run.pids.workbench!);
  await until('The end of the workbench', async () => !(await answers(`${stack.run.workbench}/api/health`)));
  const options = { port, influx: stack.run.influx, mqtt: stack.run.mqtt, dataDir, plant: plantFolder() };
  const again = await startWorkbench(options);
  try {
    await until('The workbench', () => answers(`${stack.run.workbench}/api/health`), { failed: again.endedBecause });
    expect((await inbox()).messages.length).toBeGreaterThanOrEqual(before);
    const started = (await inbox()).since;
    // Twice: the first evaluation finds what fires, its message would have left before the second.
    const moments = new Set<string>();
    await until(
      'Two evaluations',
      async () => {
        const { lastEvaluation, state } = await ruleOf(`cellthread-safety-${dangerous.station}`);
        expect(state).toBe('firing');
        moments.add(Date.parse(lastEvaluation) >= started ? lastEvaluation : '');
        return moments.size > 2;
      },
      PATIENT
    );
    expect(told()).toHaveLength(before);
  } finally {
    await again.stop();
  }
}, 300_000);
