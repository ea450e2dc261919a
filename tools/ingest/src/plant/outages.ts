import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@cellthread/stack';
import type { PartName, Plant } from './plant';
import { record, topicOf } from './record';

/** What happens while records flow: a part is killed, a part is started again, or ms pass. */
export type Step = { kill: PartName } | { start: PartName } | { flowMs: number };

export interface Count {
  published: number;
  /** Cells that are in the database. */
  visits: number;
  /** Cells that the index leads to. */
  indexed: number;
  /** Rows beyond the first of a cell. */
  twice: number;
}

/** Publishes records at a rate through the steps; counts what is stored when nothing more arrives. */
export async function surviveOutages(
  plant: Plant,
  options: { cells: string; rate: number; steps: Step[]; more?: More }
): Promise<Count> {
  const flow = startFlow(plant, options.cells, options.rate, options.more);
  try {
    for (const step of options.steps) {
      if ('kill' in step) {
        await plant.kill(step.kill);
      } else if ('start' in step) {
        await plant.start(step.start);
      } else {
        await sleep(step.flowMs);
      }
    }
  } catch (error) {
    flow.abandon();
    throw error;
  }
  return settled(plant, options.cells, await flow.stop());
}

/** Each part killed in turn, then Telegraf while the database is down; `flowMs` of undisturbed flow between. */
export function eachPartInTurn(flowMs: number, downMs: number): Step[] {
  const outage = (name: PartName): Step[] => [{ kill: name }, { flowMs: downMs }, { start: name }, { flowMs }];
  return [
    { flowMs },
    ...outage('telegraf'),
    ...outage('influxd'),
    { kill: 'influxd' },
    { flowMs: downMs },
    { kill: 'telegraf' },
    { flowMs: downMs },
    { start: 'influxd' },
    { start: 'telegraf' },
    { flowMs },
  ];
}

/** What the n-th record of a flow says besides. */
export type More = (n: number) => Record<string, unknown>;

/** Publishes `rate` records a second until stopped; `stop` resolves with their number once the broker has them all. */
export function startFlow(plant: Plant, cells: string, rate: number, more: More = () => ({})) {
  const began = Date.now();
  const flying = new Set<Promise<unknown>>();
  let published = 0;
  const timer = setInterval(() => {
    for (const due = ((Date.now() - began) / 1000) * rate; published < due; published += 1) {
      const cell = `${cells}-${published}`;
      const sent = plant.publisher
        .publishAsync(topicOf(`filling-0${published % 4}`), record(cell, Date.now(), more(published)), { qos: 1 })
        .finally(() => flying.delete(sent));
      flying.add(sent);
    }
  }, 10);
  return {
    abandon: () => clearInterval(timer),
    async stop(): Promise<number> {
      clearInterval(timer);
      await Promise.all(flying);
      return published;
    },
  };
}

/** Counts a flow's rows when all are there, or when five seconds have brought no more. */
export async function settled(plant: Plant, cells: string, published: number): Promise<Count> {
  const count = async (): Promise<Count> => {
    const visits = await idsOf(plant, 'visits', `SELECT cell_id FROM filling WHERE cell_id =~ /^${cells}-/`);
    const index = await idsOf(plant, 'index', `SELECT item_id FROM item_index WHERE item_id =~ /^${cells}-/`);
    const twice = visits.length - new Set(visits).size;
    return { published, visits: new Set(visits).size, indexed: new Set(index).size, twice };
  };
  let last = await count();
  let changed = Date.now();
  await until(
    'The end of a flow',
    async () => {
      const now = await count();
      if (now.visits + now.indexed !== last.visits + last.indexed) {
        changed = Date.now();
      }
      last = now;
      return (now.visits === published && now.indexed === published) || Date.now() - changed > 5000;
    },
    { timeoutMs: 60_000, everyMs: 300 }
  );
  return last;
}

const idsOf = async (plant: Plant, database: string, statement: string) =>
  (await plant.rows(database, statement)).map(([, id]) => String(id));
