import { lineKinds } from '../lines/lineKinds';
import { cellIdTrouble } from './cellIdTrouble';
import { type FaultKind } from './FaultKind';

/** Faults of any plan. */
export const anywhere: readonly FaultKind[] = [cellIdTrouble];

/** Every fault that can be switched on, by id: those of any plan, and those of one process. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map(
  [...anywhere, ...lineKinds.flatMap(({ faults }) => faults)].map((kind) => [kind.id, kind])
);
