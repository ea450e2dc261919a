import { HOUR } from '@cellthread/calendar';
import { loadPlan } from '@cellthread/plan/load';
import { faultKindOf, readPlant } from '@cellthread/simulator';
import { type Background, backgroundOf } from './background';
import { type Finding } from './finding';
import { paceOf } from './pace/paceOf';
import { placeFor } from './placeFor';
import { type Note } from '../Benchmark';
import { trialOf } from './trial';
import { type Week, weekOf } from './week';

/** What one process does for one seed. */
export type Task = { seed: number } & (
  | { what: 'faults'; plan: string; ids: readonly string[]; calmHours: number; faultHours: number }
  | { what: 'paces'; rate: number; calmHours: number; faultHours: number }
  | { what: 'weeks' }
);

/** Of faults what each came to; of a week what was told. */
export interface Done {
  findings: Finding[];
  week?: Week;
}

const START_MS = Date.UTC(2026, 10, 23, 5);
const WEEK_H = 7 * 24;
/** A fault begins within two hours. */
const SPARE_H = 2;

export async function work(task: Task, program: string, note: Note): Promise<Done> {
  const plan = loadPlan(task.what === 'faults' ? task.plan : undefined);
  const plant = readPlant(plan);
  const watch = { plan, plant, program };
  const { seed } = task;
  if (task.what === 'weeks') {
    note(`a week of nothing, seed ${seed}`);
    return { findings: [], week: await weekOf(watch, { seed, startMs: START_MS, hours: WEEK_H }) };
  }
  if (task.what === 'paces') {
    const { rate, calmHours, faultHours } = task;
    note(`nozzles at ${rate} times the rate, seed ${seed}`);
    // Each seed begins at another moment of the windows.
    const fromHour = calmHours + ((seed * 7) % 20) / 40;
    const hours = Math.ceil(fromHour + faultHours);
    return { findings: await paceOf(watch, { seed, startMs: START_MS, rate, fromHour, hours }) };
  }
  const { ids, calmHours, faultHours } = task;
  const run = { seed, startMs: START_MS, hours: calmHours + SPARE_H + faultHours };
  const quiet = new Map<string, Background>();
  // One fault by itself needs its own line alone.
  const backgroundAt = async (line: string): Promise<Background> => {
    const lines = ids.length > 1 || line === '*' ? undefined : [line];
    const known = quiet.get(String(lines));
    if (known) {
      return known;
    }
    note(`nothing${lines ? ` on ${line}` : ''}, seed ${seed}`);
    const made = await backgroundOf(watch, { ...run, lines }, START_MS + calmHours * HOUR);
    quiet.set(String(lines), made);
    return made;
  };
  const findings: Finding[] = [];
  for (const id of ids) {
    const place = await placeFor(plant, run, faultKindOf(plant, id), task, backgroundAt);
    if (!place) {
      continue;
    }
    const { fault, line, background } = place;
    note(`${id}${fault.place === undefined ? '' : ` at ${fault.place}`}, seed ${seed}`);
    const finding = await trialOf(watch, background, fault, line);
    note(`${id}, seed ${seed}: ${inShort(finding)}`);
    findings.push(finding);
  }
  quiet.forEach(({ judging }) => judging.close());
  return { findings };
}

const inShort = ({ named, near, beside }: Finding): string => {
  const others = `${near.length} near, ${beside.length} beside`;
  return named
    ? `${named.episode.characteristic} ${named.episode.what} after ${named.minutes.toFixed(0)} min, ${others}`
    : `not named, ${others}`;
};
