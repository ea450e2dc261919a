import { setTimeout as sleep } from 'node:timers/promises';
import { record, startPlant, topicOf } from '@cellthread/ingest';
import { type Benchmark } from '../Benchmark';
import { pushPlan } from '../longLine/pushPlan';
import { startWorkbench, type Workbench } from '../parts/startWorkbench';
import { duration, median, quantileOf } from '../quantiles';

const BUDGET_MS = 2000;
const RECORDS = 60;
const RATE = 50;
const POLL_MS = 20;
const GIVE_UP_MS = 15_000;

/** From the publication of a record to its row in a query, while the line sends others. */
export const fresh: Benchmark = {
  id: 'fresh',
  title: 'record → visible in a query; out of spec → signal',
  minutes: 5,
  async run(note) {
    const plant = await startPlant();
    const at = { influx: plant.influxUrl, dataDir: plant.dataDir };
    await pushPlan(at);
    const workbench = await startWorkbench(at);
    const publish = (cell: string, values?: object) =>
      plant.publisher.publishAsync(topicOf('filler-01'), record(cell, Date.now(), values && { values }), { qos: 1 });
    let background = 0;
    const line = setInterval(() => void publish(`LINE-${background++}`), 1000 / RATE);
    try {
      await appears(workbench, publish, 'WARM', 'visits');
      const visible: number[] = [];
      const signalled: number[] = [];
      for (let k = 0; k < RECORDS; k++) {
        visible.push(await appears(workbench, publish, `SEEN-${k}`, 'visits'));
        // The moment within the flush interval has to be a random one.
        await sleep((k * 137) % 1000);
      }
      note('signals next');
      for (let k = 0; k < RECORDS; k++) {
        signalled.push(await appears(workbench, publish, `OUT-${k}`, 'signals'));
        await sleep((k * 137) % 1000);
      }
      const p95 = quantileOf(visible, 0.95);
      return {
        figures: [
          { what: 'record → row of `visits`, median', measured: duration(median(visible)) },
          { what: '… p95', measured: duration(p95), against: `≤ ${duration(BUDGET_MS)}`, met: p95 <= BUDGET_MS },
          { what: 'out-of-spec record → row of `signals`, median', measured: duration(median(signalled)) },
          {
            what: '… p95',
            measured: duration(quantileOf(signalled, 0.95)),
            against: '≤ 15 s to the notification, of which the evaluation every 10 s takes most',
            met: quantileOf(signalled, 0.95) <= 5000,
          },
        ],
        remarks: [
          `${RECORDS} records each, asked for every ${POLL_MS} ms through workbench and plugin, while the station sends ${RATE} others a second; Telegraf writes once a second.`,
          'Until somebody is told: `record-to-person`.',
        ],
      };
    } finally {
      clearInterval(line);
      await workbench.stop();
      await plant.stop();
    }
  },
};

/** Milliseconds from publishing a record until the query shows its cell. */
async function appears(
  workbench: Workbench,
  publish: (cell: string, values?: object) => Promise<unknown>,
  cell: string,
  queryType: 'visits' | 'signals'
): Promise<number> {
  const began = Date.now();
  await publish(cell, queryType === 'signals' ? { fill_mass: 700, fill_vacuum: 4.9 } : undefined);
  const query =
    queryType === 'visits'
      ? { queryType, station: 'filling', characteristics: ['fill_mass'] }
      : { queryType, stations: ['filling'], kinds: ['out-of-spec'] };
  while (Date.now() - began < GIVE_UP_MS) {
    const [frame] = await workbench.query(query, began - 60_000, Date.now() + 60_000);
    const at = frame?.schema.fields.findIndex((f) => f.name === 'cell_id') ?? -1;
    if (frame?.data.values[at]?.includes(cell)) {
      return Date.now() - began;
    }
    await sleep(POLL_MS);
  }
  throw new Error(`${cell} was not seen by ${queryType} within ${GIVE_UP_MS / 1000} s`);
}
