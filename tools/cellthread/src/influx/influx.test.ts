import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePortBase, type Part, secretsIn, startInflux } from '@cellthread/stack';
import { readSecret } from '../secrets/readSecret';
import { influxLogin, influxQuery, influxWrite } from '.';

const database = 'cellthread_record';
const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-client-'));
let influxd: Part;
let gate: http.Server;
/** Requests that reached the gate before the database, and how many of the next ones find it busy. */
let asked = 0;
let busy = 0;

const loginAt = (port: number) =>
  influxLogin(`http://127.0.0.1:${port}`, 'admin', readSecret(secretsIn(dataDir), 'influxdb', 'admin'));
const access = () => loginAt((gate.address() as AddressInfo).port);

beforeAll(async () => {
  const port = await freePortBase();
  influxd = await startInflux({ port, rpcPort: port + 1, dataDir });
  gate = http.createServer((request, response) => {
    asked++;
    if (busy > 0) {
      busy--;
      request.resume();
      response.writeHead(503, { 'Content-Type': 'application/json' }).end('{"error":"engine is busy"}');
      return;
    }
    const { method, url, headers } = request;
    request.pipe(
      http.request({ port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      })
    );
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
}, 60_000);

afterAll(async () => {
  gate?.closeAllConnections();
  gate?.close();
  await influxd?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

beforeEach(() => {
  asked = 0;
  busy = 0;
});

const stored = async (measurement: string) =>
  (await influxQuery(access(), `SELECT value FROM "${measurement}"`, database))[0]?.values.map(([, value]) => value) ??
  [];

test('a batch that finds the database busy is sent again, and stored once', async () => {
  busy = 2;
  await influxWrite(access(), database, ['busy value=1 1767225601000000000', 'busy value=2 1767225602000000000']);
  expect(asked).toBe(3);
  expect(await stored('busy')).toEqual([1, 2]);
});

test('a database that stays busy is named with its answer', async () => {
  busy = 100;
  await expect(influxWrite(access(), database, ['busy value=3 1767225603000000000'])).rejects.toThrow(
    '503: engine is busy'
  );
  expect(asked).toBe(4);
});

test('what the database never will take is refused at once, with its status', async () => {
  await influxWrite(access(), database, ['typed value=1 1767225601000000000']);
  asked = 0;
  const refused = influxWrite(access(), database, ['typed value="text" 1767225602000000000']);
  await expect(refused).rejects.toMatchObject({ name: 'InfluxError', status: 400 });
  expect(asked).toBe(1);
});

test('a password that is none is a refusal, of a write and of a query', async () => {
  const stranger = influxLogin(access().url, 'admin', 'guessed');
  await expect(influxWrite(stranger, database, ['typed value=1'])).rejects.toMatchObject({ name: 'InfluxRefusal' });
  await expect(influxQuery(stranger, 'SHOW DATABASES')).rejects.toMatchObject({ name: 'InfluxRefusal' });
});

test('where nobody answers, the address is named', async () => {
  const nobody = { url: `http://127.0.0.1:${await freePortBase(50_000)}` };
  await expect(influxWrite(nobody, database, ['typed value=1'])).rejects.toThrow(
    `${nobody.url} does not answer (ECONN`
  );
  await expect(influxQuery(nobody, 'SHOW DATABASES')).rejects.toThrow(`${nobody.url} does not answer (ECONN`);
});

test('a value is bound, whatever it holds; times keep all their digits where they are asked for', async () => {
  const id = `O'Brien" OR 1=1 --`;
  await influxWrite(access(), database, [
    `bound item="${id.replace(/"/g, '\\"')}" 1767225600123456789`,
    'bound item="other" 1767225600123456790',
  ]);
  const statement = 'SELECT item FROM bound WHERE item = $id';
  const [series] = await influxQuery(access(), statement, database, { params: { id }, times: 'rfc3339' });
  expect(series?.values).toEqual([['2026-01-01T00:00:00.123456789Z', id]]);
});
