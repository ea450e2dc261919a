import { type PartName, record, settled, startPlant, topicOf } from '@cellthread/ingest';
import { until } from '@cellthread/stack';
import { type Benchmark } from '../Benchmark';
import { cpuSeconds } from '../parts/cpuSeconds';

/** Records a second through broker, Telegraf and database that the design promises on two cores. */
const BUDGET = 5000;
const RECORDS = 60_000;
const IN_FLIGHT = 500;

/**
 * Publishes records at QoS 1 as fast as the broker takes them and waits until the last one is stored: all processors,
 * acknowledged after storing. The publisher runs on the same cores.
 */
export const ingest: Benchmark = {
  id: 'ingest',
  title: 'records a second through MQTT → Telegraf → InfluxDB',
  minutes: 1,
  async run() {
    const plant = await startPlant();
    try {
      const parts: PartName[] = ['mosquitto', 'telegraf', 'influxd'];
      const before = parts.map((name) => cpuSeconds(plant.pid(name)));
      const began = Date.now();
      let sent = 0;
      const publisher = async () => {
        while (sent < RECORDS) {
          const k = sent++;
          const payload = record(`BENCH-${k}`, began - 600_000 + k * 10);
          await plant.publisher.publishAsync(topicOf(`filling-0${k % 5}`), payload, { qos: 1 });
        }
      };
      await Promise.all(Array.from({ length: IN_FLIGHT }, publisher));
      const published = (Date.now() - began) / 1000;
      const stored = async (database: string, statement: string) =>
        Number((await plant.rows(database, statement))[0]?.[1] ?? 0);
      await until(
        'The storing of all records',
        async () =>
          (await stored('visits', 'SELECT count(visit) FROM filling')) === RECORDS &&
          (await stored('index', 'SELECT count(at) FROM item_index')) === RECORDS,
        { timeoutMs: 180_000, everyMs: 100 }
      );
      const seconds = (Date.now() - began) / 1000;
      const micro = parts.map((name, i) => ((cpuSeconds(plant.pid(name)) - (before[i] ?? 0)) / RECORDS) * 1e6);
      const count = await settled(plant, 'BENCH', RECORDS);
      const rate = Math.round(RECORDS / seconds);
      return {
        figures: [
          {
            what: 'rate, from the first publication to the last record stored with its pointer',
            measured: `${rate} records/s`,
            against: `≥ ${BUDGET} records/s on two cores`,
            met: rate >= BUDGET,
          },
          { what: 'records stored twice', measured: String(count.twice), against: '0', met: count.twice === 0 },
          ...parts.map((name, i) => ({
            what: `processor time of ${name}`,
            measured: `${micro[i]?.toFixed(0)} µs a record`,
          })),
          {
            what: 'computed from these: two cores with nothing else to do',
            measured: `${Math.round(2e6 / micro.reduce((a, b) => a + b))} records/s`,
          },
        ],
        remarks: [
          `${RECORDS} records at QoS 1, ${IN_FLIGHT} in flight, published within ${published.toFixed(1)} s by a process on the same cores; all processors, acknowledged after storing.`,
          'The last line is two cores divided by the processor time above: other than the rate it does not suffer from what else the machine does.',
        ],
      };
    } finally {
      await plant.stop();
    }
  },
};
