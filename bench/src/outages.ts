import { eachPartInTurn, startPlant, surviveOutages } from '@cellthread/stack';

const RATE = 500;
const ROUNDS = 6;
const FLOW_MS = 6500;
const DOWN_MS = 6000;

/** Five minutes of 500 records a second while parts are killed in turn, then what a killed broker loses of its queue. */
async function main(): Promise<void> {
  const plant = await startPlant();
  try {
    const steps = Array.from({ length: ROUNDS }, () => eachPartInTurn(FLOW_MS, DOWN_MS)).flat();
    const count = await surviveOutages(plant, { cells: 'OUTAGE', rate: RATE, steps });
    process.stdout.write(
      `outages: ${count.published} records published, ${count.visits} stored, ${count.indexed} indexed, ` +
        `${count.twice} doubled, through ${ROUNDS * 4} kills of telegraf and influxd\n`
    );
    for (const awayMs of [3000, 7000, 11_000]) {
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
      process.stdout.write(
        `broker killed after ${awayMs / 1000} s of queueing for an absent Telegraf: ` +
          `${broker.published - broker.visits} of ${broker.published} records lost (saved every 5 s)\n`
      );
    }
  } finally {
    await plant.stop();
  }
}

await main();
