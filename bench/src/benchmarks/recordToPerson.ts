import { setTimeout as sleep } from 'node:timers/promises';
import { startPlant } from '@cellthread/ingest';
import { shortName } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { until } from '@cellthread/stack';
import { type Benchmark, type Figure } from '../Benchmark';
import { pushPlan } from '../longLine/pushPlan';
import { type Bad, badAt, recordOf, topicOf } from '../parts/badRecord';
import { startWorkbench } from '../parts/startWorkbench';
import { duration, median, quantileOf } from '../quantiles';

const LINE_MS = 15_000;
const CELLS = 30;
/** Of how many machines people are told: each waits for an evaluation a minute and for its group. */
const MACHINES = 10;
const GIVE_UP = { timeoutMs: 300_000, everyMs: 20 };
/** What the line's contact points and those of people publish on. */
const COMMANDS = '_alert/grafana';
const PEOPLE = '/notify/';

/** From the publication of a record to the message at the broker, with all rules of the plant evaluated beside. */
export const recordToPerson: Benchmark = {
  id: 'record-to-person',
  title: 'record → the line and people are told',
  minutes: 20,
  async run(note) {
    const plan = loadPlan();
    const plant = await startPlant();
    const at = { influx: plant.influxUrl, dataDir: plant.dataDir };
    await pushPlan(at);
    const workbench = await startWorkbench(at, { pageless: true, mqtt: plant.mqttUrl });
    const heard: Array<{ topic: string; text: string; atMs: number }> = [];
    plant.publisher.on('message', (topic, payload) =>
      heard.push({ topic, text: payload.toString(), atMs: Date.now() })
    );
    await plant.publisher.subscribeAsync([`umh/v1/+/${COMMANDS}`, `cellthread/+${PEOPLE}+`], { qos: 1 });
    let cells = 0;
    const publish = async (bad: Bad, name: string) => {
      const cell = `${name}-${cells++}`;
      const atMs = Date.now();
      await plant.publisher.publishAsync(topicOf(plan, bad), recordOf(plan, bad, cell, atMs), { qos: 1 });
      return { cell, atMs };
    };
    const told = async (topic: string, words: string[], fromMs: number) => {
      const message = () =>
        heard.find((m) => m.atMs >= fromMs && m.topic.includes(topic) && words.every((word) => m.text.includes(word)));
      await until(`A message about ${words.join(', ')}`, () => message() !== undefined, GIVE_UP);
      return message()!.atMs - fromMs;
    };
    try {
      const places = badAt(plan);
      const line: number[] = [];
      const commanding = places.filter(({ characteristic: { severity } }) => severity !== 'safety');
      await told(COMMANDS, [(await publish(commanding[0]!, 'WARM')).cell], 0);
      for (let k = 0; k < CELLS; k++) {
        const { cell, atMs } = await publish(commanding[0]!, 'LINE');
        line.push(await told(COMMANDS, [cell], atMs));
        // The moment within the ten seconds of the rules has to be a random one.
        await sleep((k * 1370) % 10_000);
      }
      note('safety next');
      const safety: number[] = [];
      for (const bad of machinesOf(places.filter(({ characteristic: { severity } }) => severity === 'safety'))) {
        const { atMs } = await publish(bad, 'SAFE');
        safety.push(await told(PEOPLE, [bad.machine.name, shortName(bad.characteristic)], atMs));
        await sleep((safety.length * 1370) % 10_000);
      }
      note('several out of spec next');
      const several: number[] = [];
      for (const bad of machinesOf(commanding.slice(1))) {
        let last = 0;
        for (let k = 0; k < bad.characteristic.k_of_n.k; k++) {
          last = (await publish(bad, 'MANY')).atMs;
        }
        several.push(await told(PEOPLE, [bad.machine.name, shortName(bad.characteristic)], last));
        await sleep((several.length * 1370) % 10_000);
      }
      return {
        figures: [
          ...figures('cell out of spec → message on the line’s topic', line, LINE_MS),
          ...figures('cell out of spec in a characteristic of safety → message to people', safety),
          ...figures('the last of k of n cells out of spec → message to people', several),
        ],
        remarks: [
          `Broker, Telegraf, influxd, plugin and workbench of one plant with all its rules; ${line.length} cells of one station at random moments, ${safety.length} machines with a cell of safety, ${several.length} machines with k of n.`,
          'Rules of the line and of safety are evaluated every 10 s, those of people every minute; the policies group the latter for 30 s.',
        ],
      };
    } finally {
      await workbench.stop();
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

/** One a machine, of machines from all over the plant. */
function machinesOf(all: Bad[]): Bad[] {
  const one = [...new Map(all.map((bad) => [bad.machine.id, bad])).values()];
  const some = Math.min(MACHINES, one.length);
  return Array.from({ length: some }, (_, i) => one[Math.floor((i * one.length) / some)]!);
}
