import { alarms } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { faultKinds, readPlant } from '@cellthread/simulator';
import { type Benchmark } from '../Benchmark';
import { calmFigures } from '../faults/calmFigures';
import { faultFigure } from '../faults/faultFigure';
import { type Finding, findingOf } from '../faults/findings';
import { Judge } from '../faults/judge';
import { words } from '../faults/page';
import { type Run, simulate } from '../faults/simulate';

const START_MS = Date.UTC(2026, 10, 23, 5);
/** Hours that nothing is wrong before a fault, and that it lasts. */
const CALM_H = 24;
const FAULT_H = 10;

const count = (name: string, usual: number) => Number(process.env[name] ?? usual);

/** Every fault of the simulator, and every case that must stay silent, before the judge of windows. */
export const faults: Benchmark = {
  id: 'faults',
  title: 'what the judge of windows makes of every fault, and of nothing',
  minutes: 90,
  page: { file: 'docs/faults.md', words },
  async run(note) {
    const plan = loadPlan();
    const plant = readPlant(plan);
    const judge = await Judge.build();
    const watch = async (run: Run) => {
      const { rows, truth } = simulate(plant, run);
      const untilMs = run.startMs + run.hours * 3_600_000;
      return { truth, untilMs, told: await judge.watch(rows, { plan, fromMs: run.startMs, toMs: untilMs }) };
    };
    const seeds = Array.from({ length: count('CELLTHREAD_FAULT_SEEDS', 20) }, (_, i) => i + 1);
    const only = process.env.CELLTHREAD_FAULTS?.split(',');
    const figures = [];
    for (const { id } of faultKinds.values()) {
      if (only && !only.includes(id)) {
        continue;
      }
      const findings: Finding[] = [];
      for (const seed of seeds) {
        note(`${id}, seed ${seed}`);
        const { told, truth, untilMs } = await watch({
          seed,
          startMs: START_MS,
          hours: CALM_H + FAULT_H,
          fault: { id, fromHour: CALM_H, toHour: CALM_H + FAULT_H },
        });
        findings.push(findingOf(seed, truth!, told, untilMs));
      }
      figures.push(faultFigure(findings));
    }
    const weeks = Array.from({ length: count('CELLTHREAD_FAULT_WEEKS', 7) }, (_, i) => i + 1);
    const calm = [];
    for (const seed of weeks) {
      note(`a week of nothing, seed ${seed}`);
      calm.push((await watch({ seed, startMs: START_MS, hours: 7 * 24 })).told);
    }
    return {
      figures: [...figures, ...calmFigures(plan, calm)],
      remarks: [
        `${seeds.length} seeds a fault: ${CALM_H} h of nothing, then ${FAULT_H} h of the fault, trays 150 times as fast; every first production visit of the line (of rolls all stretches), judged as of the end of every window; one episode a cause.`,
        ...Object.entries(alarms(plan)).map(
          ([route, { lambda, width, shewhart, tail }]) =>
            `Limits on the route ${route}: of the EWMA (λ ${lambda}) ${width} σ, of single windows ${shewhart} σ, of shares ${tail}.`
        ),
        'Named: an episode of the station, machine and position where the fault sits. Minutes are from its beginning; beside: episodes elsewhere that began during it.',
      ],
    };
  },
};
