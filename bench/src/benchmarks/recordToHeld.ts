import { setTimeout as sleep } from 'node:timers/promises';
import { buildBackend, createProgress } from '@cellthread/install';
import { startPlant } from '@cellthread/ingest';
import { loadPlan } from '@cellthread/plan/load';
import { until } from '@cellthread/stack';
import { type Benchmark, type Figure } from '../Benchmark';
import { pushPlan } from '../longLine/pushPlan';
import { badAt, recordOf, topicOf } from '../parts/badRecord';
import { duration, median, quantileOf } from '../quantiles';

const HELD_MS = 15_000;
const CELLS = 30;
const MANY = 10_000;
const GIVE_UP = { timeoutMs: 300_000, everyMs: 20 };

/** From the publication of a record to its hold in the database and to the command at the broker, with no Grafana at all. */
export const recordToHeld: Benchmark = {
  id: 'record-to-held',
  title: 'record → held, and the line is told, without Grafana',
  minutes: 6,
  async run(note) {
    await buildBackend(createProgress(note));
    const plan = loadPlan();
    const plant = await startPlant();
    try {
      await pushPlan({ influx: plant.influxUrl, dataDir: plant.dataDir });
      await plant.start('keeper');
      const told = new Map<string, number>();
      plant.publisher.on('message', (_topic, payload) => {
        const { target_id } = JSON.parse(payload.toString()) as { target_id: string };
        told.set(target_id, told.get(target_id) ?? Date.now());
      });
      await plant.publisher.subscribeAsync('umh/v1/+/+/+/+/+/_command/disposition', { qos: 1 });
      const bad = badAt(plan)[0]!;
      const publish = (cell: string, atMs: number) =>
        plant.publisher.publishAsync(topicOf(plan, bad), recordOf(plan, bad, cell, atMs), { qos: 1 });
      // A cell may be held for more than one reason.
      const holdsOf = async (cells: string) => {
        const where = `kind = 'hold' AND item_id =~ /^${cells}/`;
        const rows = await plant.rows('record', `SELECT item_id, event_id FROM event WHERE ${where}`);
        const different = (column: number) => new Set(rows.map((row) => row[column])).size;
        return { cells: different(1), twice: rows.length - different(2) };
      };
      const one = async (cell: string) => {
        const atMs = Date.now();
        await publish(cell, atMs);
        await until(`The hold of ${cell}`, async () => (await holdsOf(`${cell}$`)).cells > 0, GIVE_UP);
        const heldMs = Date.now() - atMs;
        await until(`The command about ${cell}`, () => told.has(cell), GIVE_UP);
        return { held: heldMs, told: told.get(cell)! - atMs };
      };
      await one('WARM-0');
      const times: Array<{ held: number; told: number }> = [];
      for (let k = 0; k < CELLS; k++) {
        times.push(await one(`HELD-${k}`));
        // The moment within the looks of the keeper has to be a random one.
        await sleep((k * 1370) % 5000);
      }
      note(`${MANY} at once next`);
      const began = Date.now();
      // No machine measures two cells in one millisecond: of thousands in one, some would have the row of another.
      await Promise.all(Array.from({ length: MANY }, (_, i) => publish(`MANY-${i}`, began - i)));
      const sentMs = Date.now() - began;
      await until('The holds of all', async () => (await holdsOf('MANY')).cells === MANY, { ...GIVE_UP, everyMs: 250 });
      const allMs = Date.now() - began;
      const { twice } = await holdsOf('MANY');
      return {
        figures: [
          ...figures(
            'cell out of spec → its hold is stored',
            times.map(({ held }) => held),
            HELD_MS
          ),
          ...figures(
            'cell out of spec → the line’s command is at the broker',
            times.map(({ told: ms }) => ms)
          ),
          {
            what: `${MANY} cells out of spec at once → all are held`,
            measured: `${duration(allMs)}, of them ${duration(sentMs)} to publish`,
          },
          { what: '… holds that are stored twice', measured: String(twice), against: '0', met: twice === 0 },
        ],
        remarks: [
          `Broker, Telegraf, influxd and keeper of one plant; ${CELLS} cells of one station at random moments. The keeper looks every two seconds and holds what is still so a second after it was seen first.`,
        ],
      };
    } finally {
      await plant.stop();
    }
  },
};

function figures(what: string, times: number[], limitMs?: number): Figure[] {
  const p95 = quantileOf(times, 0.95);
  return [
    { what: `${what}, median`, measured: duration(median(times)) },
    {
      what: '… p95',
      measured: duration(p95),
      ...(limitMs && { against: `≤ ${duration(limitMs)}`, met: p95 <= limitMs }),
    },
  ];
}
