import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCli } from '../runCli';
import { limitsPropose } from './limitsPropose';

const asked: Array<{ url?: string | undefined; body: Record<string, unknown> }> = [];
let answer: [status: number, body: unknown] = [500, {}];
let server: Server;

beforeAll(async () => {
  process.env['CELLTHREAD_GRAFANA_TOKEN'] = 'glsa_x';
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      asked.push({ url: request.url, body: JSON.parse(text) as Record<string, unknown> });
      response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));

async function propose(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [[] as string[], [] as string[]];
  const grafana = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const code = await runCli([limitsPropose], ['limits', 'propose', ...args, '--grafana', grafana], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const limits = ['--station', 'filling', '--characteristic', 'fill_mass', '--text', 'why', '--key', 'k'];

test('limits are proposed to the data source, and how they stand is printed', async () => {
  answer = [201, { proposal: { id: 'event-1', state: 'open' } }];
  expect(await propose(...limits, '--number', 'centre=800', '--number', 'sigma_within=2', '--based-on', '4')).toEqual({
    code: 0,
    out: '{"id":"event-1","state":"open"}',
    err: '',
  });
  expect(asked).toEqual([
    {
      url: '/api/datasources/uid/cellthread/resources/control-limits',
      body: {
        ...{ key: 'k', do: 'propose', text: 'why', station: 'filling', characteristic: 'fill_mass', model: 'normal' },
        ...{ numbers: { centre: 800, sigma_within: 2 }, based_on: 4 },
      },
    },
  ]);
});

test('what is refused is told', async () => {
  answer = [409, { message: 'these limits are based on revision 4' }];
  expect(await propose(...limits)).toMatchObject({ code: 1, err: 'these limits are based on revision 4' });
});

test('a number without a name is a mistake of the caller', async () => {
  expect(await propose(...limits, '--number', '800')).toMatchObject({ code: 2 });
});
