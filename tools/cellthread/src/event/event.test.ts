import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCli } from '../runCli';
import { event } from './event';

interface Asked {
  url?: string;
  authorization?: string;
  body: Record<string, unknown>;
}

const asked: Asked[] = [];
let answers: Array<[status: number, body: unknown]> = [];
let server: Server;

beforeAll(async () => {
  process.env['CELLTHREAD_GRAFANA_TOKEN'] = 'glsa_x';
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const { authorization } = request.headers;
      asked.push({ url: request.url, authorization, body: JSON.parse(text) as Record<string, unknown> });
      const [status, body] = answers.shift() ?? [500, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  asked.length = 0;
});

async function cellthread(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [[] as string[], [] as string[]];
  const grafana = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const code = await runCli([event], ['event', ...args, '--grafana', grafana], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const hold = ['hold', '--site', 'de1', '--target', 'lot:EL-2291', '--text', 'water', '--key', 'k1'];

test('an event is posted to the data source, as the owner of the token', async () => {
  answers = [[201, { event: { event_id: 'event-1' }, notices: ['no text'] }]];
  expect(await cellthread(...hold, '--for', 'inspect')).toEqual({
    code: 0,
    out: '{"event_id":"event-1"}',
    err: 'no text',
  });
  expect(asked).toEqual([
    {
      url: '/api/datasources/uid/cellthread/resources/events',
      authorization: 'Bearer glsa_x',
      body: {
        key: 'k1',
        kind: 'hold',
        site: 'de1',
        target_type: 'lot',
        target_id: 'EL-2291',
        text: 'water',
        disposition: 'inspect',
      },
    },
  ]);
});

test('without an answer of the database the same is sent again under its key', async () => {
  answers = [
    [502, { message: 'InfluxDB cannot be read' }],
    [200, { event: { event_id: 'event-1' } }],
  ];
  expect(await cellthread(...hold)).toMatchObject({ code: 0 });
  expect(asked.map(({ body }) => body['key'])).toEqual(['k1', 'k1']);
});

test('what the database may have stored is told with the key under which it is sent again', async () => {
  const unsure = [502, { message: 'Whether the event is stored is not known.' }] as [number, unknown];
  answers = [unsure, unsure, unsure];
  const { code, err } = await cellthread('note', '--target', 'cell:C-1', '--text', 'why');
  const keys = new Set(asked.map(({ body }) => String(body['key'])));
  expect(keys.size).toBe(1);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`--key ${[...keys][0]}`) });
});

test('what is refused is told, and not sent again', async () => {
  answers = [[409, { message: 'hold H is closed already: release by ann' }]];
  expect(await cellthread('release', '--target', 'cell:C-1', '--answers', 'H')).toMatchObject({
    code: 1,
    err: 'hold H is closed already: release by ann',
  });
  expect(asked).toHaveLength(1);
});

test.each([
  ['without a kind', [], 'KIND is missing'],
  ['with a target that names nothing', ['hold', '--target', 'C-1'], '--target "C-1" names nothing'],
  ['with a moment without a zone', ['hold', '--from', '2026-03-01 06:00'], '--from "2026-03-01 06:00" is not a moment'],
])('%s it is a mistake of the caller', async (_, args, message) => {
  expect(await cellthread(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
});
