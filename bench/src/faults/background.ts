import { HOUR } from '@cellthread/calendar';
import { type Plan } from '@cellthread/plan';
import { type Plant } from '@cellthread/simulator';
import { type Episode, judge } from './judge';
import { type Records, type Run, simulate } from './simulate';

/** What is judged of a plant, and by which program. */
export interface Watch {
  plan: Plan;
  plant: Plant;
  program: string;
}

/** A run in which nothing is wrong. */
export interface Background {
  run: Run;
  records: Records;
  told: Episode[];
}

export const untilOf = ({ startMs, hours }: Pick<Run, 'startMs' | 'hours'>): number => startMs + hours * HOUR;

export async function backgroundOf({ plan, plant, program }: Watch, run: Omit<Run, 'faults'>): Promise<Background> {
  const { records } = simulate(plant, run);
  const told = await judge(program, records.values(), { plan, fromMs: run.startMs, toMs: untilOf(run) });
  return { run, records, told };
}
