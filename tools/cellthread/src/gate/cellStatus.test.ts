import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCli } from '../runCli';
import { cellStatus } from './cellStatus';

let asked = '';
let answer: [status: number, body: unknown] = [500, {}];
let server: Server;

beforeAll(async () => {
  process.env['CELLTHREAD_GRAFANA_TOKEN'] = 'glsa_x';
  server = createServer((request, response) => {
    asked = `${request.method} ${request.url}`;
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));

async function cellthread(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [[] as string[], [] as string[]];
  const grafana = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const code = await runCli([cellStatus], ['cell-status', ...args, '--grafana', grafana], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test.each([
  ['allow', 0],
  ['deny', 3],
  ['unknown', 4],
  ['perhaps', 1],
])('an item of status %s ends with %d', async (status, code) => {
  answer = [200, { status }];
  expect(await cellthread('C-1', '--station', 'filling')).toEqual({ code, out: `{"status":"${status}"}`, err: '' });
  expect(asked).toBe('GET /api/datasources/uid/cellthread/resources/cell-status/C-1?station=filling');
});

test('without an answer of the data source the item may not pass', async () => {
  answer = [502, { message: 'bad gateway' }];
  expect(await cellthread('C-1')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('answers 502') });
});

test('whoever may not look is told what it takes', async () => {
  answer = [403, {}];
  expect(await cellthread('C-1')).toMatchObject({ code: 1, err: expect.stringContaining('needs the role Viewer') });
});

test('without an item it is a mistake of the caller', async () => {
  expect(await cellthread('--station', 'filling')).toMatchObject({
    code: 2,
    err: expect.stringContaining('ID is missing'),
  });
});
