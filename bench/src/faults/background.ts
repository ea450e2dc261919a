import { HOUR } from '@cellthread/calendar';
import { type Plan } from '@cellthread/plan';
import { type Plant } from '@cellthread/simulator';
import { type Episode, type Judging, judging } from './judge';
import { type Records, type Run, simulate } from './simulate';

/** What is judged of a plant, and by which program. */
export interface Watch {
  plan: Plan;
  plant: Plant;
  program: string;
}

/** A run in which nothing is wrong, and who judged it. */
export interface Background {
  run: Run;
  /** What runs with a fault have in common with it began before then; after it what it measured. */
  alikeMs: number;
  records: Records;
  told: Episode[];
  judging: Judging;
}

export const untilOf = ({ startMs, hours }: Pick<Run, 'startMs' | 'hours'>): number => startMs + hours * HOUR;

export async function backgroundOf(
  { plan, plant, program }: Watch,
  run: Omit<Run, 'faults'>,
  alikeMs: number
): Promise<Background> {
  const { records } = simulate(plant, run);
  const by = judging(program, { plan, fromMs: run.startMs, alikeMs, toMs: untilOf(run) });
  const told = await by.tell(records);
  return { run, alikeMs, records: after(records, alikeMs), told, judging: by };
}

/** What was measured from a moment on. */
export const after = (records: Records, fromMs: number): Records =>
  new Map([...records].map(([place, rows]) => [place, rows.filter(({ timeMs }) => timeMs >= fromMs)]));
