import { HOUR } from '@cellthread/calendar';
import { type Watch } from './background';
import { type Episode, judge } from './judge';
import { safetyMessages } from './safetyMessages';
import { type Run, simulate } from './simulate';

/** What people are told in a time in which nothing is wrong. */
export interface Week {
  episodes: Episode[];
  /** Messages about cells out of spec in a matter of safety, after the first day. */
  safety: number;
}

export async function weekOf({ plan, plant, program }: Watch, run: Omit<Run, 'faults'>): Promise<Week> {
  const { records } = simulate(plant, run);
  const toMs = run.startMs + run.hours * HOUR;
  const episodes = await judge(program, records, { plan, fromMs: run.startMs, toMs, several: true });
  return { episodes, safety: safetyMessages(plan, records, run.startMs) };
}
