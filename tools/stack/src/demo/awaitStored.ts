import { loadPlan } from '@cellthread/plan/load';
import { type InfluxAccess, influxLogin, influxQuery, readSecret } from 'cellthread-cli';
import { until } from '../until';

/** How far before the newest published record the newest stored one may lie, in ms: events lie in another database. */
const NEAR_MS = 120_000;

/** Resolves when what was published up to `momentMs` (Unix ms) by the line of a plan has passed the broker and Telegraf. */
export async function awaitStored(
  influx: string,
  secrets: string,
  { plan, momentMs }: { plan: string; momentMs: number },
  failed: () => string | undefined
): Promise<void> {
  const reader = influxLogin(influx, 'cellthread_read', readSecret(secrets, 'influxdb', 'cellthread_read'));
  const measurements = ['environment', 'equipment_state', ...loadPlan(plan).stations.map(({ id }) => id)];
  await until('The storing of the history', () => anySince(reader, measurements, momentMs - NEAR_MS), {
    timeoutMs: 300_000,
    everyMs: 250,
    failed,
  });
}

/** Whether there is a record of this moment or later. Messages are stored in the order in which they were published. */
async function anySince(reader: InfluxAccess, measurements: string[], fromMs: number): Promise<boolean> {
  const from = measurements.map((name) => `"${name}"`).join(', ');
  const statement = `SELECT /./ FROM ${from} WHERE time >= ${fromMs}ms LIMIT 1`;
  return (await influxQuery(reader, statement, 'cellthread_visits')).length > 0;
}
