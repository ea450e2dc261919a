import { type APIRequestContext, expect, test } from '@playwright/test';
import { provisioningOf } from '../provisioningOf';
import { readRun } from '../runFile';
import { stackSecret } from '../stackSecret';
import { startWorkbench } from '../startWorkbench';

const ITEMS = 30;
const AT_ONCE = 8;
const KILLS = 3;

/** A workbench of the test's own that may store what is decided. */
async function decidingWorkbench() {
  const { folder, remove } = provisioningOf();
  const writer = 'cellthread_event';
  const { url, stop } = await startWorkbench(readRun().influx, {
    flags: ['--provisioning', folder],
    env: {
      CELLTHREAD_INFLUX_WRITE_USER: writer,
      CELLTHREAD_INFLUX_WRITE_PASSWORD: stackSecret('influxdb', writer),
    },
  });
  return { url, stop: () => stop().then(remove) };
}

/** The event_ids that are stored of a kind about items whose IDs begin so, by item: two rows of one are the same event to every reader. */
async function stored(request: APIRequestContext, kind: string, items: string): Promise<Map<string, Set<string>>> {
  const user = 'cellthread_read';
  const answer = await request.get(`${readRun().influx}/query`, {
    params: {
      db: 'cellthread_record',
      q: `SELECT target_id, event_id FROM event WHERE kind = '${kind}' AND target_id =~ /^${items}/`,
    },
    headers: { authorization: `Basic ${btoa(`${user}:${stackSecret('influxdb', user)}`)}` },
  });
  const { results } = (await answer.json()) as { results: Array<{ series?: Array<{ values: string[][] }> }> };
  const of = new Map<string, Set<string>>();
  for (const [, item = '', id = ''] of results[0]?.series?.[0]?.values ?? []) {
    of.set(item, (of.get(item) ?? new Set()).add(id));
  }
  return of;
}

test('whenever the backend is killed while people decide, what is sent again with its key is stored once @workbench', async ({
  request,
}) => {
  test.setTimeout(120_000);
  const { url, stop } = await decidingWorkbench();
  const items = `KILLED-${Date.now()}`;
  const resources = `${url}/api/datasources/uid/cellthread/resources`;
  const backend = async () =>
    ((await (await request.get(`${url}/api/health`)).json()) as { plugin: { pid?: number } }).plugin.pid;
  let lost = 0;
  /** Sends it with its key until it is answered, as a page does whose user tries again. */
  const decides = async (key: string, event: Record<string, unknown>): Promise<string> => {
    for (;;) {
      const answer = await request
        .post(`${resources}/events`, {
          headers: { 'Idempotency-Key': key, cookie: 'cellthread_user=editor-1' },
          data: { target_type: 'cell', text: 'tried again and again', ...event },
        })
        .catch(() => undefined);
      if (answer && answer.status() < 300) {
        return ((await answer.json()) as { event: { event_id: string } }).event.event_id;
      }
      expect(answer?.status() ?? 503, await answer?.text()).toBeGreaterThanOrEqual(500);
      lost++;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  try {
    const sites = (await (await request.get(`${resources}/sites`)).json()) as Array<{ value: string }>;
    const site = sites[0]!.value;
    const left = Array.from({ length: ITEMS }, (_, n) => `${items}-${n}`);
    const decided = new Map<string, { hold: string; release: string }>();
    const person = async () => {
      for (let item = left.pop(); item; item = left.pop()) {
        const about = { site, target_id: item };
        const hold = await decides(`hold-${item}`, { kind: 'hold', ...about });
        const release = await decides(`release-${item}`, { kind: 'release', answers: [hold], ...about });
        decided.set(item, { hold, release });
      }
    };
    const killer = async () => {
      for (let kills = 1; kills <= KILLS; kills++) {
        const least = (kills * ITEMS) / (KILLS + 2);
        await expect.poll(() => decided.size, { timeout: 60_000, intervals: [5] }).toBeGreaterThan(least);
        await expect.poll(backend, { timeout: 20_000 }).toBeDefined();
        process.kill((await backend())!, 'SIGKILL');
      }
    };
    await Promise.all([killer(), ...Array.from({ length: AT_ONCE }, person)]);
    expect(lost).toBeGreaterThan(0);
    for (const kind of ['hold', 'release'] as const) {
      const rows = await stored(request, kind, items);
      expect(rows).toEqual(new Map([...decided].map(([item, ids]) => [item, new Set([ids[kind]])])));
    }
  } finally {
    await stop();
  }
});
