import { until } from '../until';

interface Answer {
  results: Array<{ series?: Array<{ values: Array<[number, ...unknown[]]> }> }>;
}

/** Readings of the environment come all the time and in order: the newest one tells how far the stored data reach. */
const NEWEST = 'SELECT /./ FROM "environment" WHERE time > now() - 1h ORDER BY time DESC LIMIT 1';

/** How far back the newest stored reading may lie, in ms: history has one a minute. */
const NEAR_MS = 120_000;

/** Resolves when what was published up to `momentMs` has passed the broker and Telegraf and is stored. */
export async function awaitStored(influx: string, momentMs: number, failed: () => string | undefined): Promise<void> {
  await until('The storing of the history', async () => (await newestMs(influx)) >= momentMs - NEAR_MS, {
    timeoutMs: 300_000,
    everyMs: 250,
    failed,
  });
}

async function newestMs(influx: string): Promise<number> {
  const query = new URLSearchParams({ db: 'cellthread_visits', q: NEWEST, epoch: 'ms' });
  const { results } = (await (await fetch(`${influx}/query?${query}`)).json()) as Answer;
  return results[0]?.series?.[0]?.values[0]?.[0] ?? 0;
}
