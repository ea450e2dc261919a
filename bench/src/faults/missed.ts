import { monitorsOf, type Plan } from '@cellthread/plan';
import { type Truth } from '@cellthread/simulator';
import { type Background, untilOf } from './background';
import { findingOf, type Runs } from './finding';
import { type Episode } from './judge';
import { placeOf, type Records } from './simulate';

/** Why a fault was not named: limits so many times as far as the plan's would have named it, as what. */
export interface Missed {
  /** Nothing watches it: what it moves is held against itself, or moves for all sisters alike, and has no approved limits. */
  mute: boolean;
  limits?: number;
  episode?: Episode;
}

/** By less than half of the limits anything is named by chance. */
const LIMITS = [0.9, 0.8, 0.7, 0.6, 0.5];

/** Judges a run that did not name its fault by nearer and nearer limits, where it sits and where it shows. */
export async function missedOf(
  plan: Plan,
  { judging, run }: Background,
  runs: Omit<Runs, 'told' | 'calm' | 'untilMs'>
): Promise<Missed> {
  const { truth, records, without } = runs;
  const mute = isMute(plan, truth);
  const stations = [truth.station, truth.shows?.station];
  const there = (all: Records): Records =>
    new Map(
      [...all].filter(([place]) =>
        stations.some((station = '') =>
          truth.line === '*' ? place.endsWith(` ${station}`) : place === placeOf({ line: truth.line, station })
        )
      )
    );
  for (const limits of LIMITS) {
    const [told, calm] = [await judging.tell(there(records), limits), await judging.tell(there(without), limits)];
    const { named } = findingOf({ ...runs, told, calm, untilMs: untilOf(run) });
    if (named) {
      return { mute, limits, episode: named.episode };
    }
  }
  return { mute };
}

/** Whether neither level nor spread of what a fault moves is watched where it sits; what all machines do alike no sister tells. */
export function isMute(
  plan: Plan,
  { what, station, equipment, characteristics }: Pick<Truth, 'what' | 'station' | 'equipment' | 'characteristics'>
): boolean {
  const watched = plan.products
    .flatMap(({ id }) => monitorsOf(plan, plan.sites[0]!, id))
    .filter((m) => m.what !== 'share' && m.against !== 'master' && (equipment.length > 0 || m.against !== 'sisters'));
  return what !== 'share' && !watched.some((m) => m.station === station && characteristics.includes(m.characteristic));
}
