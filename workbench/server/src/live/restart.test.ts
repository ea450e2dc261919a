import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, realWorkbench } from '../../test/fixture';

/** Too long for a path: the backend keeps it under a hash. */
const query = {
  queryType: 'visits',
  station: 'filling',
  characteristics: ['fill_mass'],
  filters: [{ key: 'equipment', operator: '=|', values: ['filler-01', 'filler-02', 'filler-03'] }],
};

interface Pulse {
  epoch: string;
  trouble: string | null;
}

/** The pulses that a page hears, as it hears them. */
async function hear(url: string, signal: AbortSignal, onPage: (page: string) => void): Promise<Pulse[]> {
  const pulses: Pulse[] = [];
  const { body } = await fetch(`${url}/api/live/events`, { signal });
  const read = async () => {
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null');
        if (event.includes('event: page')) {
          onPage(data as string);
        } else if (data?.frame?.schema?.name === 'pulse') {
          const [[epoch], [trouble]] = data.frame.data.values;
          pulses.push({ epoch, trouble });
        }
      }
    }
  };
  read().catch(() => undefined);
  return pulses;
}

test('a channel goes on after the backend was killed, once its path is asked for again', async () => {
  const workbench = await realWorkbench({ datasource: { jsonData: { servers: [{ url: 'http://127.0.0.1:9' }] } } });
  const leave = new AbortController();
  const post = async (route: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${workbench.url}${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.equal(answer.status, 200);
    return (await answer.json()) as { path: string };
  };
  const ask = () => post('/api/datasources/uid/cellthread/resources/live', query);
  try {
    let page = '';
    const pulses = await hear(workbench.url, leave.signal, (name) => (page = name));
    const { path } = await ask();
    await eventually('a page', () => page || undefined);
    await post('/api/live/subscribe', { page, channel: `ds/cellthread/${path}` });
    const first = await eventually('a pulse', () => pulses.at(-1));
    const wrong = await eventually('a word about the database', () => pulses.find(({ trouble }) => trouble));
    assert.match(wrong.trouble ?? '', /cannot be read/);

    process.kill(workbench.pluginPid() as number, 'SIGKILL');
    await eventually('a pulse of one who has forgotten the query', () => pulses.find(({ epoch }) => epoch === ''));
    assert.equal((await ask()).path, path);
    const again = await eventually('a pulse of the query', () => (pulses.at(-1)?.epoch ? pulses.at(-1) : undefined));
    assert.notEqual(again.epoch, first.epoch);
  } finally {
    leave.abort();
    await workbench.stop();
  }
});
