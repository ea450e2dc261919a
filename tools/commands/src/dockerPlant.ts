import { parseArgs } from 'node:util';
import { isDefault, plantFolder, type PlantFolder } from '@cellthread/plan/plant';
import { type Run, StackError } from '@cellthread/install';
import { dockerDemo } from '@cellthread/docker';
import { gen } from './scripts';

/** `npm run demo -- --docker --plant DIR`: writes what is mounted, then goes on with compose. */
export const dockerPlant: Run = async (args) => {
  const plant = named(args);
  if (isDefault(plant)) {
    return dockerDemo(args);
  }
  const failed = await gen(['--plant', plant.dir]);
  return failed || dockerDemo(args, plantEnvironment(plant));
};

/** What compose is told of a plant other than the default one. */
export function plantEnvironment({ dir, out, project }: PlantFolder): Record<string, string> {
  return {
    COMPOSE_PROJECT_NAME: project,
    CELLTHREAD_PLANT: dir,
    CELLTHREAD_PLANT_OUT: out,
  };
}

function named(args: string[]): PlantFolder {
  const { values } = parseArgs({ args, strict: false, options: { plant: { type: 'string' } } });
  try {
    return plantFolder(String(values.plant));
  } catch (error) {
    throw new StackError(`--plant: ${(error as Error).message}`);
  }
}
