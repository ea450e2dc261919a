import { lineKinds } from '../lines/lineKinds';
import { type Plant } from '../plant/Plant';
import { backFill } from './calm/backFill';
import { changeover } from './calm/changeover';
import { gaugeReplaced } from './calm/gaugeReplaced';
import { lunchStop, nightRestart } from './calm/lineStops';
import { otherCrew } from './calm/otherCrew';
import { cellIdTrouble } from './cellIdTrouble';
import { drift } from './drift';
import { type FaultKind } from './FaultKind';
import { duplicate, late, missing } from './identities';
import { implausible } from './implausible';
import { sisterShift, sisterSpread } from './oneOfMany';
import { outOfSpec } from './outOfSpec';

/** Faults of any plan. */
export const anywhere: readonly FaultKind[] = [
  outOfSpec,
  drift,
  sisterShift,
  sisterSpread,
  implausible,
  duplicate,
  missing,
  late,
  cellIdTrouble,
];

/** Cases of any plan in which no alarm may be raised. */
export const calm: readonly FaultKind[] = [lunchStop, nightRestart, changeover, otherCrew, backFill, gaugeReplaced];

/** Every fault that can be switched on, by id: those of any plan, and those of one process. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map(
  [...anywhere, ...calm, ...lineKinds.flatMap(({ faults }) => faults)].map((kind) => [kind.id, kind])
);

/** Those that a plant can have. */
export const faultKindsOf = ({ kind }: Pick<Plant, 'kind'>): readonly FaultKind[] => [
  ...anywhere,
  ...calm,
  ...kind.faults,
];

/**
 * A fault by its id, if this plant can have it.
 * @throws Error with a sentence that lists those it can have
 */
export function faultKindOf(plant: Pick<Plant, 'kind'>, id: string): FaultKind {
  const own = faultKindsOf(plant);
  const found = own.find((fault) => fault.id === id || fault.formerly === id);
  if (!found) {
    throw new Error(
      `--fault ${id}: this plan's line has no such fault; choose one of ${own.map((f) => f.id).join(', ')}.`
    );
  }
  return found;
}
