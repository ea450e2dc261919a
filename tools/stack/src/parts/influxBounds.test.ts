import { mkdtempSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { influxLogin, influxQuery, readSecret } from 'cellthread-cli';
import { freePortBase } from '../ports';
import { secretsIn } from '../secretsIn';
import { until } from '../until';
import { influxConfig } from './influxConfig';
import type { Part } from './part';
import { startInflux } from './startInflux';

/** Fewer than shipped: a hundred readers take two cores minutes. */
const MOST = 5;
const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-bounds-'));
let port: number;
let influx: Part;

beforeAll(async () => {
  port = await freePortBase();
  influx = await startInflux({ port, rpcPort: port + 1, dataDir, mostQueries: MOST });
}, 60_000);

afterAll(async () => {
  await influx?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

const admin = () =>
  influxLogin(`http://127.0.0.1:${port}`, 'admin', readSecret(secretsIn(dataDir), 'influxdb', 'admin'));

/** Stores rows whose column, asked for often enough, no buffer between server and client holds (a kernel's may grow to 36 MB). */
async function fill(): Promise<void> {
  const from = BigInt(Date.now() - 3_600_000) * 1_000_000n;
  const text = 'y'.repeat(100);
  for (let batch = 0n; batch < 2n; batch++) {
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

test('the shipped bound is a hundred queries', () => {
  expect(influxConfig({ port, rpcPort: port + 1, home: dataDir })).toContain('max-concurrent-queries = 100\n');
});

test('queries beyond the bound are refused at once with its name, and answered again when readers have left', async () => {
  await fill();
  const ask = () => influxQuery(admin(), 'SELECT s FROM x LIMIT 1', 'cellthread_visits').then(() => 'answered', String);
  expect(await ask()).toBe('answered');
  // 200 MB an answer: a reader who waits keeps its query running.
  const columns = Array.from({ length: 20 }, (_, i) => `s+AS+s${i}`).join(',');
  const path = `/query?db=cellthread_visits&chunked=true&chunk_size=1000&q=SELECT+${columns}+FROM+x`;
  const readers: net.Socket[] = [];
  const read = () => {
    const socket = net.connect(port, '127.0.0.1').pause();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: influx\r\nAuthorization: ${admin().authorization}\r\n\r\n`);
    readers.push(socket);
  };
  const patience = { timeoutMs: 120_000 };
  const refused = `max-concurrent-queries limit exceeded(${MOST}, `;
  // The test's own question holds a place too, so a reader may itself be refused: one more comes for every answer.
  const isRefused = async () => {
    read();
    return (await ask()).includes(refused);
  };
  await until('A refusal', isRefused, patience);
  readers.forEach((socket) => socket.destroy());
  await until('An answer', async () => (await ask()) === 'answered', patience);
}, 300_000);
