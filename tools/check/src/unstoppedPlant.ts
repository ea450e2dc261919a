import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plantFolder, type PlantFolder } from '@cellthread/plan/plant';

/** A key `planned_stops` and all that stands deeper below it. */
const STOPS = /^( *)planned_stops:.*\n(?:\1 .*\n)*/gm;

/** Writes the plant into the folder `dir` as it is, but that nothing stops it as planned: what its pages show does not hang on the day and the hour. */
export function unstoppedPlant(plant: PlantFolder, dir: string): PlantFolder {
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'plan.yaml'), readFileSync(plant.plan, 'utf8').replace(STOPS, ''));
  return plantFolder(dir);
}
