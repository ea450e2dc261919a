import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokerLogin, brokerUsers, mayUse, passwordLine, PASSWORD_FILE } from 'cellthread-cli';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import type { Part } from '../parts/part';
import { startEmbeddedBroker } from '../parts/startEmbeddedBroker';
import { startMosquitto } from '../parts/startMosquitto';
import { freePortBase } from '../ports';
import { makeSecretsIn, secretsIn } from '../secretsIn';
import { until } from '../until';

const at = (rest: string, equipment = 'filler-01') => `umh/v1/acme/de1/assembly/l1/${equipment}/${rest}`;

/** Topics, and who may publish to them and read them. What no line allows is refused. */
const table: Array<[topic: string, publish: string[], read: string[]]> = [
  [at('_cellresult/filling'), ['station'], ['telegraf']],
  [at('_cellresult/filling', 'filler-02'), ['station', 'filler-02'], ['telegraf']],
  [at('_environment/dry-room'), ['station'], ['telegraf']],
  [at('_state/equipment'), ['station'], ['telegraf']],
  [at('_genealogy/consumes'), ['station'], ['telegraf']],
  [at('_event/exception'), ['station', 'mes'], ['telegraf']],
  [at('_event/tool-change', 'filler-02'), ['station', 'mes', 'filler-02'], ['telegraf', 'mes']],
  [at('_event/action', 'filler-02'), ['mes'], ['telegraf', 'mes']],
  [at('_event/hold'), ['mes'], ['telegraf']],
  [at('_event/release'), ['mes'], ['telegraf']],
  [at('_event/release', 'filler-02'), ['mes'], ['telegraf']],
  [at('_event/scrap'), ['mes'], ['telegraf']],
  [at('_event/use-as-is'), ['mes'], ['telegraf']],
  [at('_event/void'), ['mes'], ['telegraf']],
  [at('_event/limit-change'), ['mes'], ['telegraf']],
  [at('_event/seal'), [], ['telegraf']],
  [at('_event/command'), [], ['telegraf']],
  [at('_event/command-ack'), ['station', 'mes'], ['telegraf', 'cellthread']],
  [at('_event/command-ack', 'filler-02'), ['station', 'mes', 'filler-02'], ['telegraf', 'cellthread']],
  [at('_command/disposition'), ['cellthread'], ['telegraf', 'station', 'mes']],
  [at('_command/disposition', 'filler-02'), ['cellthread'], ['telegraf', 'station', 'mes', 'filler-02']],
  [at('_command/pause', 'filler-02'), ['cellthread'], ['telegraf', 'station', 'mes', 'filler-02']],
  // Equipment named like a user: Telegraf reads everything, which no denial may end; ingest refuses such a name.
  [at('_cellresult/filling', 'grafana'), ['station'], ['telegraf']],
  [at('_cellresult/filling', 'mes'), ['station'], ['telegraf']],
  [at('_genealogy/consumes', 'cellthread'), ['station'], ['telegraf']],
  [at('_event/note', 'grafana'), ['station', 'mes'], ['telegraf']],
  [at('_command/pause', 'grafana'), ['cellthread'], ['telegraf', 'station', 'mes']],
  [at('_cellresult/filling', 'telegraf'), ['station', 'telegraf'], ['telegraf']],
  [
    at('_held/0EPCB1LFP0202AGB50000017', 'l1'),
    ['cellthread'],
    ['telegraf', 'station', 'mes', 'cellthread', 'filler-02'],
  ],
  ['umh/v1/acme/de1/_seal/2026-03-10', ['cellthread'], ['telegraf', 'mes', 'cellthread']],
  ['umh/v1/acme/_alert/grafana', ['grafana'], ['telegraf']],
  ['umh/v1/acme/_cellresult/filling', ['station'], ['telegraf']],
  ['umh/v1/acme/de1/assembly/l1/cell-2/filler-01/_cellresult/filling', ['station'], ['telegraf']],
  // What is misspelt has to be heard to be told.
  [at('_CellResult/filling', 'filler-02'), ['station', 'filler-02'], ['telegraf']],
  [at('_cell_result/filling'), ['station'], ['telegraf']],
  [at('cellresult/filling'), ['station'], ['telegraf']],
  [at('_Genealogy/consumes'), ['station'], ['telegraf']],
  [at('_Event/hold'), ['station', 'mes'], ['telegraf']],
  [at('_Command/pause'), [], ['telegraf']],
  [at('_Alert/grafana'), [], ['telegraf']],
  ['cellthread/acme/notify/quality', ['grafana'], ['mes']],
  ['umh/v1/acme/de1/assembly/l1/filler-01', [], ['telegraf']],
  ['other/topic', [], []],
];

const names = [...brokerUsers.map(({ name }) => name), 'filler-02'];
const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-broker-'));

/** The brokers that a stack may start, each on the same passwords and access list. */
const brokers: Record<string, (port: number) => Promise<Part>> = {
  mosquitto: (port) => startMosquitto({ port, dataDir }),
  'the embedded broker': (port) => startEmbeddedBroker({ port, dataDir }),
};

beforeAll(() => {
  const file = path.join(makeSecretsIn(dataDir), PASSWORD_FILE);
  writeFileSync(file, `${readFileSync(file, 'utf8')}${passwordLine('filler-02', 'own')}\n`);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('the table names every user, and the list of patterns says the same', () => {
  for (const [topic, publish, read] of table) {
    expect([topic, names.filter((user) => mayUse(user, 'publish', topic))]).toEqual([
      topic,
      names.filter((user) => publish.includes(user)),
    ]);
    expect([topic, names.filter((user) => mayUse(user, 'subscribe', topic))]).toEqual([
      topic,
      names.filter((user) => read.includes(user)),
    ]);
  }
  expect(names.filter((user) => !table.some(([, publish, read]) => [...publish, ...read].includes(user)))).toEqual([]);
});

describe.each(Object.keys(brokers))('%s', (name) => {
  let broker: Part;
  let url: string;
  const login = (user: string): IClientOptions =>
    user === 'filler-02' ? { username: user, password: 'own' } : brokerLogin(user, secretsIn(dataDir));
  const connect = (options: IClientOptions) =>
    connectAsync(url, { ...options, reconnectPeriod: 0, connectTimeout: 5000 });

  beforeAll(async () => {
    const port = await freePortBase();
    url = `mqtt://127.0.0.1:${port}`;
    broker = await brokers[name]!(port);
  }, 30_000);
  afterAll(() => broker?.stop(), 30_000);

  test.each([
    ['nobody', {}],
    ['a user with a wrong password', { username: 'station', password: 'wrong' }],
    ['a user without a password', { username: 'station' }],
    ['an unknown user', { username: 'eve', password: 'own' }],
    ['one with the password of another', { username: 'mes', password: 'own' }],
  ] as Array<[string, IClientOptions]>)('%s is not let in', async (_, options) => {
    await expect(connect(options)).rejects.toThrow(/not authorized|bad user name|refused/i);
  });

  test('what each user publishes reaches those who may read it, and nothing else does', async () => {
    const heard = new Map<string, Set<string>>();
    const clients = new Map<string, MqttClient>();
    for (const user of names) {
      const client = await connect(login(user));
      clients.set(user, client);
      client.on('message', (_, payload) => {
        const text = payload.toString();
        heard.set(text, (heard.get(text) ?? new Set()).add(user));
      });
      await client.subscribeAsync(['umh/v1/#', 'cellthread/#', 'other/#'], { qos: 1 }).catch(() => undefined);
    }
    for (const user of names) {
      for (const [topic] of table) {
        // A connection of its own: a broker may end that of whoever publishes what it may not.
        const speaker = await connect(login(user));
        speaker.on('error', () => undefined);
        await Promise.race([
          speaker.publishAsync(topic, `${user} ${topic}`, { qos: 1 }).catch(() => undefined),
          new Promise<void>((resolve) => speaker.once('close', () => resolve())),
        ]);
        await speaker.endAsync(true);
      }
    }
    const expected = new Map(
      table.flatMap(([topic, publish, read]) =>
        publish.map((user) => [`${user} ${topic}`, names.filter((reader) => read.includes(reader))] as const)
      )
    );
    const last = await connect(login('grafana'));
    await last.publishAsync('cellthread/acme/notify/end', 'end', { qos: 1 });
    await until('The last message', () => heard.has('end'));
    heard.delete('end');
    await until('All messages', () =>
      [...expected].every(([text, readers]) => (heard.get(text)?.size ?? 0) >= readers.length)
    );
    expect(
      Object.fromEntries([...heard].map(([text, users]) => [text, names.filter((user) => users.has(user))]))
    ).toEqual(Object.fromEntries([...expected].filter(([, readers]) => readers.length > 0)));
    await Promise.all([...clients.values(), last].map((client) => client.endAsync(true)));
  }, 60_000);
});
