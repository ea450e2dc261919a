import { loadPlan } from '@cellthread/plan/load';
import { startPlant } from '@cellthread/ingest';
import { type Message } from '@cellthread/simulator';
import { until } from '@cellthread/stack';
import { pushPlan } from '../../longLine/pushPlan';
import { startWorkbench } from '../../parts/startWorkbench';

export type SignalRow = Record<string, unknown>;

/** Broker, Telegraf, database and the datasource's program, with the plan of this checkout. */
export interface Real {
  /** Publishes messages and waits until each is stored. */
  store(messages: readonly Message[]): Promise<void>;
  /** What a query of signals answers as of a moment. */
  signals(query: object, fromMs: number, toMs: number): Promise<SignalRow[]>;
  /** What a query of episodes answers of a range. */
  losses(query: object, fromMs: number, toMs: number): Promise<SignalRow[]>;
  stop(): Promise<void>;
}

const AT_ONCE = 300;
const PATIENT = { timeoutMs: 900_000, everyMs: 500 };

export async function startReal(): Promise<Real> {
  const plant = await startPlant();
  const at = { influx: plant.influxUrl, dataDir: plant.dataDir };
  const stations = loadPlan().stations.map(({ id }) => id);
  const count = async (database: string, statement: string) =>
    Number((await plant.rows(database, statement))[0]?.[1] ?? 0);
  const stored = async () => {
    let all = await count('rejected', 'SELECT count(topic) FROM rejected');
    all += await count('record', 'SELECT count(event_id) FROM event');
    for (const station of stations) {
      all += await count('visits', `SELECT count(visit) FROM "${station}"`);
    }
    return all;
  };
  await pushPlan(at);
  const workbench = await startWorkbench(at, { pageless: true });
  const rowsOf = async (query: object, fromMs: number, toMs: number): Promise<SignalRow[]> => {
    const [frame] = await workbench.query(query, fromMs, toMs);
    const { fields } = frame!.schema;
    return (frame!.data.values[0] ?? []).map((_, row) =>
      Object.fromEntries(fields.map(({ name }, column) => [name, frame!.data.values[column]![row]]))
    );
  };
  return {
    async store(messages) {
      const before = await stored();
      const left = [...messages].reverse();
      const publisher = async () => {
        for (let next = left.pop(); next; next = left.pop()) {
          await plant.publisher.publishAsync(next.topic, JSON.stringify(next.payload), { qos: 1 });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, publisher));
      await until('The storing of all results', async () => (await stored()) - before >= messages.length, PATIENT);
    },
    signals: (query, fromMs, toMs) => rowsOf({ queryType: 'signals', ...query }, fromMs, toMs),
    losses: (query, fromMs, toMs) => rowsOf({ queryType: 'losses', ...query }, fromMs, toMs),
    async stop() {
      await workbench.stop();
      await plant.stop();
    },
  };
}
