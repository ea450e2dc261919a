import { loadPlan } from '@cellthread/plan/load';
import { isDefault, type PlantFolder } from '@cellthread/plan/plant';
import type { Generator } from './generator';
import { generators } from './generators';
import { handWritten } from './plant/handWritten';
import { ownGenerators } from './plant/ownGenerators';
import { removeStale } from './plant/removeStale';
import { requireOwn } from './plant/requireOwn';
import { type Format, writeOutputs } from './writeOutputs';

export interface Generated {
  /** Paths below `out` that were written, or with `check` would be. */
  written: string[];
  /** Paths below `out` that nothing derives any more. */
  removed: string[];
}

/** Writes what is derived from a plant's plan to its place; with `check` only says what would change. */
export async function generatePlant(
  plant: PlantFolder,
  { check, format }: { check: boolean; format: Format }
): Promise<Generated> {
  const plan = loadPlan(plant.plan);
  const write = (list: readonly Generator[]) => writeOutputs(plant.out, plan, list, { check, format });
  if (isDefault(plant)) {
    return { written: (await write(generators)).differing, removed: [] };
  }
  requireOwn(plant.out);
  const derived = await write(ownGenerators);
  const copied = await write([handWritten(derived.all)]);
  return {
    written: [...derived.differing, ...copied.differing],
    removed: removeStale(plant.out, new Set([...derived.all, ...copied.all]), check),
  };
}
