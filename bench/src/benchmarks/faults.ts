import { alarms } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { faultKinds, type FaultKind, readPlant } from '@cellthread/simulator';
import { type Benchmark, type Note } from '../Benchmark';
import { calmFigures } from '../faults/calmFigures';
import { faultTable, silentTable, toldOf } from '../faults/faultTable';
import { type Finding } from '../faults/finding';
import { buildJudge } from '../faults/judge';
import { recordTable } from '../faults/recordTable';
import { words } from '../faults/page';
import { showsInRecords } from '../faults/showsInRecords';
import { type Task } from '../faults/work';
import { workOn } from '../faults/workers';

/** Hours that nothing is wrong before a fault, and that it lasts. */
const CALM_H = 24;
const FAULT_H = 10;

/** Roots of two counts with the same mean differ by more in one of twenty pairs (the variance of each is a quarter). */
const CHANCE = 1.645 * Math.SQRT1_2;

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
    const plant = readPlant(plan);
    const only = process.env.CELLTHREAD_FAULTS?.split(',');
    const kinds = [...faultKinds.values()].filter(
      (kind) => (!only || only.includes(kind.id)) && !showsInRecords(plant, kind)
    );
    const seeds = seedsOf('CELLTHREAD_FAULT_SEEDS', 20);
    const { findings, weeks } = await measured(kinds, seeds, note);
    const of = (silent: boolean) =>
      new Map(
        kinds
          .filter((kind) => (kind.silent ?? false) === silent)
          .map(({ id }) => [id, findings.filter(({ truth }) => truth.id === id)])
      );
    const runs = [...of(false).values()].flat();
    const calm = [...of(true).values()].flat();
    const named = runs.filter((finding) => finding.named).length;
    const [more, fewer] = [calm.flatMap(toldOf).length, calm.flatMap(({ without }) => without).length];
    return {
      tables: [faultTable('Faults', of(false)), recordTable(), silentTable('Cases that must stay silent', of(true))],
      figures: [
        {
          what: 'runs of faults that were named',
          measured: `${named} of ${runs.length}`,
          against: 'all',
          met: named === runs.length,
        },
        {
          what: `episodes only with one of ${calm.length} silent cases`,
          measured: `${more}`,
          against: `${fewer} only without`,
          met: Math.sqrt(more) - Math.sqrt(fewer) < CHANCE,
        },
        ...calmFigures(plan, weeks),
      ],
      remarks: [
        `${seeds.length} seeds a fault: ${CALM_H} to ${CALM_H + 2} h of nothing, then ${FAULT_H} h of the fault, trays 150 times as fast; every first production visit (of rolls all stretches), judged as of the end of every window; one episode a cause. The first seed has each fault at its usual place, the others anywhere where ten items an hour are measured.`,
        ...Object.entries(alarms(plan)).map(
          ([route, { lambda, width, shewhart, tail }]) =>
            `Limits on the route ${route}: of the EWMA (λ ${lambda}) ${width} σ, of single windows ${shewhart} σ, of shares ${tail}.`
        ),
      ],
    };
  },
};

async function measured(kinds: readonly FaultKind[], seeds: readonly number[], note: Note) {
  const weeks = seedsOf('CELLTHREAD_FAULT_WEEKS', 7);
  const ids = kinds.map(({ id }) => id);
  const tasks: Task[] = [
    ...seeds.map((seed) => ({ what: 'faults' as const, seed, ids, calmHours: CALM_H, faultHours: FAULT_H })),
    ...weeks.map((seed) => ({ what: 'weeks' as const, seed })),
  ];
  const done = await workOn(tasks, await buildJudge(), note);
  const findings: Finding[] = done.flatMap((one) => one.findings);
  return { findings, weeks: done.slice(seeds.length).map(({ told }) => told) };
}
