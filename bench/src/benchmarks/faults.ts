import { alarms } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { type Benchmark, type Note } from '../Benchmark';
import { calmFigures } from '../faults/calmFigures';
import { faultTable, silentTable, toldOf } from '../faults/faultTable';
import { buildJudge } from '../faults/judge';
import { keptIn } from '../faults/kept';
import { words } from '../faults/page';
import { paceTable, RATES } from '../faults/pace/paces';
import { byHours, type JudgedPlant, judgedPlants } from '../faults/plants';
import { everyFault } from '../faults/real/everyFault';
import { recordTable } from '../faults/recordTable';
import { type Task } from '../faults/work';
import { workOn } from '../faults/workers';

/** Roots of two counts with the same mean differ by more in one of twenty pairs (the variance of each is a quarter). */
const CHANCE = 1.645 * Math.SQRT1_2;

/** Where more is measured less time is enough. */
const PACE = { calmHours: 24, faultHours: 8 };
const PACE_FAST = { calmHours: 12, faultHours: 3 };

const seedsOf = (name: string, usual: number) =>
  Array.from({ length: Number(process.env[name] ?? usual) }, (_, i) => i + 1);

/** Every fault of the simulator, and every case that must stay silent, before the judge of windows. */
export const faults: Benchmark = {
  id: 'faults',
  title: 'what the judge of windows makes of every fault, and of nothing',
  minutes: 60,
  page: { file: 'docs/faults.md', words },
  async run(note) {
    const plan = loadPlan();
    const only = process.env.CELLTHREAD_FAULTS?.split(',');
    const plants = judgedPlants(only);
    const seeds = seedsOf('CELLTHREAD_FAULT_SEEDS', 20);
    const program = await buildJudge();
    const { findings, paces, weeks } = await measured(plants, seeds, program, note);
    const real = process.env.CELLTHREAD_FAULTS_REAL ? await everyFault(program, note, only) : [];
    const byKind = (i: number, silent: boolean) =>
      new Map(
        plants[i]!.kinds.filter((kind) => (kind.silent ?? false) === silent).map(({ id }) => [
          id,
          findings[i]!.filter(({ truth }) => truth.id === id),
        ])
      );
    const runs = findings.flat().filter(({ truth }) => !truth.silent);
    const calm = findings.flat().filter(({ truth }) => truth.silent);
    const named = runs.filter((finding) => finding.named).length;
    const seen = calm.filter(({ alike }) => !alike);
    const [more, fewer] = [seen.flatMap(toldOf).length, seen.flatMap(({ without }) => without).length];
    return {
      tables: [
        ...plants.map(({ title }, i) => faultTable(`Faults${title}`, byKind(i, false))),
        paceTable(alarms(plan).maintenance!, paces),
        recordTable(),
        silentTable('Cases that must stay silent', byKind(0, true)),
      ],
      figures: [
        {
          what: 'runs of faults that were named',
          measured: `${named} of ${runs.length}`,
          against: 'all',
          met: named === runs.length,
        },
        {
          what: `episodes only with one of ${seen.length} silent cases that this judge sees`,
          measured: `${more}`,
          against: `${fewer} only without`,
          met: Math.sqrt(more) - Math.sqrt(fewer) < CHANCE,
        },
        ...calmFigures(plan, weeks),
        ...real,
      ],
      remarks: [
        `${seeds.length} seeds a fault: ${plants.map(({ title, calmHours, faultHours }) => `${calmHours} to ${calmHours + 2} h of nothing, then ${faultHours} h of the fault${title}`).join(', ')} (what takes longer to be whole as long as that), trays 150 times as fast; every first production visit (of rolls all stretches), judged as of the end of every window; one episode a cause. The first seed has each fault at its usual place, whatever is measured there, the others anywhere where ten items an hour are, or of a slower station a quarter of what it passes.`,
        ...Object.entries(alarms(plan)).map(
          ([route, { lambda, width, shewhart, tail }]) =>
            `Limits on the route ${route}: of the EWMA (λ ${lambda}) ${width} σ, of single windows ${shewhart} σ, of shares ${tail}.`
        ),
      ],
    };
  },
};

/** What every plant's faults came to, and what was told in weeks of nothing. */
async function measured(plants: readonly JudgedPlant[], seeds: readonly number[], program: string, note: Note) {
  const trials = plants.flatMap((plant, of) =>
    [...byHours(plant)].flatMap(([faultHours, kinds]) =>
      seeds.map((seed) => {
        const { plan, calmHours } = plant;
        const ids = kinds.map(({ id }) => id);
        return { of, task: { what: 'faults' as const, plan, seed, ids, calmHours, faultHours } };
      })
    )
  );
  const rated = RATES.flatMap((rate) =>
    seeds.map((seed) => ({ what: 'paces' as const, seed, rate, ...(rate > 1 ? PACE_FAST : PACE) }))
  );
  const weeks = seedsOf('CELLTHREAD_FAULT_WEEKS', 7).map((seed) => ({ what: 'weeks' as const, seed }));
  const tasks: Task[] = [...trials.map(({ task }) => task), ...rated, ...weeks];
  const done = await workOn(tasks, program, note, await keptIn(process.env.CELLTHREAD_FAULTS_KEPT));
  const ofRate = (rate: number) =>
    done.flatMap((one, i) => (rated[i - trials.length]?.rate === rate ? one.findings : []));
  return {
    findings: plants.map((_plant, of) => done.flatMap((one, i) => (trials[i]?.of === of ? one.findings : []))),
    paces: new Map(RATES.map((rate) => [rate, ofRate(rate)])),
    weeks: done.flatMap(({ week }) => week ?? []),
  };
}
