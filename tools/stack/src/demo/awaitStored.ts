import { type InfluxAccess, influxLogin, influxQuery, readSecret } from 'cellthread-cli';
import { until } from '../until';

/** Readings of the environment come all the time and in order: the newest one tells how far the stored data reach. */
const NEWEST = 'SELECT /./ FROM "environment" WHERE time > now() - 1h ORDER BY time DESC LIMIT 1';

/** How far back the newest stored reading may lie, in ms: history has one a minute. */
const NEAR_MS = 120_000;

/** Resolves when what was published up to `momentMs` has passed the broker and Telegraf and is stored. */
export async function awaitStored(
  influx: string,
  secrets: string,
  momentMs: number,
  failed: () => string | undefined
): Promise<void> {
  const reader = influxLogin(influx, 'cellthread_read', readSecret(secrets, 'influxdb', 'cellthread_read'));
  await until('The storing of the history', async () => (await newestMs(reader)) >= momentMs - NEAR_MS, {
    timeoutMs: 300_000,
    everyMs: 250,
    failed,
  });
}

async function newestMs(reader: InfluxAccess): Promise<number> {
  const [series] = await influxQuery(reader, NEWEST, 'cellthread_visits');
  return Number(series?.values[0]?.[0] ?? 0) * 1000;
}
