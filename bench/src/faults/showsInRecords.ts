import { type FaultKind, type Plant } from '@cellthread/simulator';
import { faultOf } from './simulate';

/** Whether a fault is one of the records themselves (no ID, another's, late, what cannot be): other signals than those of windows tell it. */
export function showsInRecords(plant: Plant, { id, silent }: FaultKind): boolean {
  const truth = faultOf(plant, { seed: 1, startMs: 0 }, { id, fromHour: 0, toHour: 1 }).truth();
  return !silent && truth.what === 'record';
}
