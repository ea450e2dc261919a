import { eachPartInTurn, startPlant, surviveOutages } from '@cellthread/ingest';
import { type Benchmark, type Figure } from '../Benchmark';

const RATE = 500;
const ROUNDS = 6;
const FLOW_MS = 6500;
const DOWN_MS = 6000;
const BROKER_AWAY_MS = [3000, 7000, 11_000];

/** Five minutes of 500 records a second while parts are killed in turn, then what a killed broker loses of its queue. */
export const outages: Benchmark = {
  id: 'outages',
  title: 'records lost or doubled through kill -9 of every part',
  minutes: 7,
  async run(note) {
    const plant = await startPlant();
    try {
      const steps = Array.from({ length: ROUNDS }, () => eachPartInTurn(FLOW_MS, DOWN_MS)).flat();
      const count = await surviveOutages(plant, { cells: 'OUTAGE', rate: RATE, steps });
      note('broker next');
      const lost = count.published - count.visits;
      const kills = steps.filter((step) => 'kill' in step).length;
      const figures: Figure[] = [
        {
          what: `lost of ${count.published} records`,
          measured: String(lost),
          against: '0',
          met: lost === 0 && count.indexed === count.published,
        },
        { what: 'stored twice', measured: String(count.twice), against: '0', met: count.twice === 0 },
      ];
      for (const awayMs of BROKER_AWAY_MS) {
        const broker = await surviveOutages(plant, {
          cells: `BROKER${awayMs}`,
          rate: RATE,
          steps: [
            { kill: 'telegraf' },
            { flowMs: awayMs },
            { kill: 'mosquitto' },
            { start: 'mosquitto' },
            { start: 'telegraf' },
            { flowMs: 1000 },
          ],
        });
        figures.push({
          what: `broker killed after ${awayMs / 1000} s of queueing for an absent Telegraf: lost`,
          measured: `${broker.published - broker.visits} of ${broker.published}`,
          against: 'what it queued since its last save, every 5 s',
        });
      }
      return {
        figures,
        remarks: [
          `${RATE} records/s through ${kills} kills of telegraf and influxd, each down for ${DOWN_MS / 1000} s.`,
        ],
      };
    } finally {
      await plant.stop();
    }
  },
};
