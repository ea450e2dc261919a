import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Part, secretsIn, startMosquitto } from '@cellthread/stack';
import { brokerLogin } from 'cellthread-cli';
import { connectAsync, type MqttClient } from 'mqtt';
import { Publisher } from './Publisher';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'publisher-'));
const received = new Set<number>();
let broker: Part;
let port: number;
let listener: MqttClient;
let publisher: Publisher;

beforeAll(async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as net.AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
  broker = await startMosquitto({ port, dataDir: folder });
  const url = `mqtt://127.0.0.1:${port}`;
  const login = brokerLogin('telegraf', secretsIn(folder));
  listener = await connectAsync(url, { ...login, clientId: 'listener', clean: false, reconnectPeriod: 200 });
  listener.on('error', () => undefined);
  listener.on('message', (_, payload) => received.add((JSON.parse(payload.toString()) as { n: number }).n));
  await listener.subscribeAsync('umh/v1/#', { qos: 1 });
  publisher = await Publisher.connect(url, brokerLogin('station', secretsIn(folder)), 3);
});

afterAll(async () => {
  await publisher?.close();
  await listener?.endAsync(true);
  await broker?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const say = (n: number) =>
  publisher.publish({ topic: 'umh/v1/x/de1/a/line-1/filler-01/_cellresult/filling', payload: { n }, timeMs: n });

test('what is said while the broker is away arrives when it is back', async () => {
  await say(1);
  expect(await publisher.drain()).toBe(true);
  await broker.stop();
  const said = [2, 3, 4, 5, 6].map(say);
  expect(await publisher.drain(1_500)).toBe(false);
  broker = await startMosquitto({ port, dataDir: folder });
  await Promise.all(said);
  await say(7);
  expect(await publisher.drain(20_000)).toBe(true);
  const until = Date.now() + 20_000;
  while (received.size < 7 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect([...received].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
