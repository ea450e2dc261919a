import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { brokerLogin, commands, readSecret, runCli } from 'cellthread-cli';
import { connect, connectAsync, type MqttClient } from 'mqtt';
import { startTelegraf, until } from '@cellthread/stack';
import { settled } from './outages';
import { type Plant, startPlant } from './plant';
import { record, topicOf } from './record';

/** The client ID that Telegraf had before it was a secret. */
const FORMER = 'cellthread-telegraf';
const GUESSES = [FORMER, `${FORMER}-watch`, 'telegraf', 'Telegraf-Consumer', 'mqtt_consumer', 'cellthread', ''];
const NUMBER = 400;

let plant: Plant;
let clientId: string;

beforeAll(async () => {
  plant = await startPlant();
  clientId = readSecret(plant.secrets, 'mqtt-client', 'telegraf');
}, 60_000);

afterAll(() => plant?.stop(), 30_000);

const session = (id: string, clean = true, user = 'station'): Promise<MqttClient> =>
  connectAsync(plant.mqttUrl, {
    ...brokerLogin(user, plant.secrets),
    clientId: id,
    clean,
    reconnectPeriod: 0,
    connectTimeout: 5000,
  });

/** Whether the broker keeps a session under this client ID. */
const isKept = (id: string) =>
  new Promise<boolean>((resolve, reject) => {
    const options = { ...brokerLogin('telegraf', plant.secrets), clientId: id, clean: false, reconnectPeriod: 0 };
    const client = connect(plant.mqttUrl, options);
    client.once('connect', ({ sessionPresent }) => client.end(true, () => resolve(sessionPresent)));
    client.once('error', reject);
  });

const send = (cells: string) =>
  Promise.all(
    Array.from({ length: NUMBER }, (_, i) =>
      plant.publisher.publishAsync(topicOf('filling-01'), record(`${cells}-${i}`, Date.now() - 1000 + i), { qos: 1 })
    )
  );

/** Records published while a station that holds a password connects under these IDs, again and again. */
async function attacked(cells: string, ids: readonly string[]) {
  let going = true;
  let connections = 0;
  const attack = (async () => {
    while (going) {
      for (const id of ids) {
        const client = await session(id).catch(() => undefined);
        connections += client ? 1 : 0;
        await client?.endAsync(true);
      }
    }
  })();
  await until('The attack', () => connections > 10);
  await send(cells);
  const count = await settled(plant, cells, NUMBER);
  going = false;
  await attack;
  return count;
}

const all = { published: NUMBER, visits: NUMBER, indexed: NUMBER, twice: 0 };

test('whoever holds a password and guesses client IDs in a loop costs no record', async () => {
  expect(await attacked('GUESSED', GUESSES)).toEqual(all);
}, 120_000);

test('no log tells the client ID, and only its owner reads them', async () => {
  const queue = path.join(plant.dataDir, 'mosquitto/mosquitto.db');
  await until('The save of the session', () => existsSync(queue) && readFileSync(queue, 'latin1').includes(clientId));
  await plant.kill('telegraf');
  await send('AWAY');
  await plant.start('telegraf');
  await plant.kill('mosquitto');
  await plant.start('mosquitto');
  await send('BACK');
  expect(await settled(plant, 'BACK', NUMBER)).toEqual(all);
  const logs = path.join(plant.dataDir, 'logs');
  const files = readdirSync(logs).map((name) => path.join(logs, name));
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes(clientId))).toEqual([]);
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual(files.map(() => 0o600));
  expect(statSync(queue).mode & 0o077).toBe(0);
}, 120_000);

test('what waits under the former client ID is stored by a Telegraf that bears it once, then the broker forgets it', async () => {
  const former = await session(FORMER, false, 'telegraf');
  await former.subscribeAsync('umh/v1/#', { qos: 1 });
  await former.endAsync();
  expect(await isKept(FORMER)).toBe(true);
  await plant.kill('telegraf');
  // The queue of the new client ID is taken away, so that these records wait under the former one alone.
  await (await session(clientId, true, 'telegraf')).endAsync();
  await send('FORMER');
  await plant.start('telegraf');
  const last = await startTelegraf({
    mqttPort: Number(new URL(plant.mqttUrl).port),
    influxPort: Number(new URL(plant.influxUrl).port),
    dataDir: plant.dataDir,
    env: { CELLTHREAD_MQTT_CLIENT_ID: FORMER, CELLTHREAD_STATE: path.join(plant.dataDir, 'former.state') },
  });
  expect(await settled(plant, 'FORMER', NUMBER)).toEqual(all);
  await last.stop();
  const silent = { out: () => undefined, err: (line: string) => process.stderr.write(line) };
  const args = ['broker', 'forget', FORMER, '--mqtt', plant.mqttUrl, '--secrets', plant.secrets];
  expect(await runCli(commands, args, silent)).toBe(0);
  expect(await isKept(FORMER)).toBe(false);
}, 120_000);

test('the same attack by somebody who knows the client ID takes the records: that it is secret is what protects them', async () => {
  const count = await attacked('KNOWN', [clientId]);
  expect(count.visits).toBeLessThan(NUMBER);
}, 120_000);
