import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Plan } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { parse } from 'yaml';

interface Line {
  id: string;
  equipment: Array<{ id: string }>;
}

interface PlanFile {
  sites: Array<{ areas: Array<{ lines: Line[] }> }>;
}

/** The default plant with every line so many times: the folder of the plant, and its plan. */
export function scaledPlant(dir: string, times: number): { dir: string; plan: Plan } {
  const file = parse(readFileSync(plantFolder().plan, 'utf8')) as PlanFile;
  for (const area of file.sites.flatMap((site) => site.areas)) {
    area.lines = Array.from({ length: times }, (_, copy) => area.lines.map((line) => copied(line, copy))).flat();
  }
  mkdirSync(dir, { recursive: true });
  // What is JSON is YAML.
  writeFileSync(path.join(dir, 'plan.yaml'), JSON.stringify(file));
  return { dir, plan: loadPlan(path.join(dir, 'plan.yaml')) };
}

const named = (id: string, copy: number) => (copy === 0 ? id : `${id}-${copy + 1}`);

function copied(line: Line, copy: number): Line {
  const equipment = line.equipment.map((machine) => ({ ...machine, id: named(machine.id, copy) }));
  return { ...line, id: named(line.id, copy), equipment };
}
