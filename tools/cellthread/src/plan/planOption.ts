import path from 'node:path';
import type { Plan } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { UsageError } from '../command';

/** By what commands that read a plan are told which. */
export const planOption = { plant: { type: 'string' } } as const;

export const planUsage = [
  'FILE                      a plan; default: that of --plant',
  '--plant DIR               folder of a plant, with its plan.yaml (default: the default plant of this checkout)',
];

/** The plan of a file or of a plant's folder. */
export function planOf(file: string | undefined, plant: string | undefined): Plan {
  if (file !== undefined && plant !== undefined) {
    throw new UsageError('FILE and --plant DIR both name a plan: write one of them.');
  }
  return loadPlan(file ?? plantFolder(plant && path.resolve(plant)).plan);
}
