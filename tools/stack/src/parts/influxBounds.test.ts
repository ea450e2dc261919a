import { mkdtempSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { influxLogin, influxQuery, readSecret } from 'cellthread-cli';
import { freePortBase } from '../ports';
import { secretsIn } from '../secretsIn';
import { until } from '../until';
import type { Part } from './part';
import { startInflux } from './startInflux';

const MOST = 100;
const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-bounds-'));
let port: number;
let influx: Part;

beforeAll(async () => {
  port = await freePortBase();
  influx = await startInflux({ port, rpcPort: port + 1, dataDir });
}, 60_000);

afterAll(async () => {
  await influx?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

const admin = () =>
  influxLogin(`http://127.0.0.1:${port}`, 'admin', readSecret(secretsIn(dataDir), 'influxdb', 'admin'));

/** Stores rows that no buffer between server and client holds, so that a reader who waits keeps its query running. */
async function fill(): Promise<void> {
  const from = BigInt(Date.now() - 3_600_000) * 1_000_000n;
  const text = 'y'.repeat(100);
  for (let batch = 0n; batch < 5n; batch++) {
    const rows = Array.from({ length: 50_000 }, (_, i) => `x s="${text}" ${from + batch * 50_000n + BigInt(i)}`);
    const answer = await fetch(`${admin().url}/write?db=cellthread_visits`, {
      method: 'POST',
      headers: { authorization: admin().authorization ?? '' },
      body: rows.join('\n'),
    });
    expect(answer.status).toBe(204);
  }
}

test('only its owner sees the files of the database, among them the hashes of passwords', () => {
  expect((statSync(path.join(dataDir, 'influx')).mode & 0o777).toString(8)).toBe('700');
});

test('queries beyond the bound are refused at once with its name, and answered again when readers have left', async () => {
  await fill();
  const ask = () => influxQuery(admin(), 'SELECT s FROM x LIMIT 1', 'cellthread_visits').then(() => 'answered', String);
  expect(await ask()).toBe('answered');
  const path = '/query?db=cellthread_visits&chunked=true&q=SELECT+s+FROM+x';
  // Some more than the bound: one that comes while the test itself asks is refused.
  const readers = Array.from({ length: MOST + 20 }, () => {
    const socket = net.connect(port, '127.0.0.1').pause();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: influx\r\nAuthorization: ${admin().authorization}\r\n\r\n`);
    return socket;
  });
  // A hundred readers keep two cores busy until their buffers are full.
  const patience = { timeoutMs: 120_000 };
  const refused = `max-concurrent-queries limit exceeded(${MOST}, `;
  await until('A refusal', async () => (await ask()).includes(refused), patience);
  readers.forEach((socket) => socket.destroy());
  await until('An answer', async () => (await ask()) === 'answered', patience);
}, 300_000);
