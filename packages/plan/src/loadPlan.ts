import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parsePlan } from './parsePlan';
import { plantFolder } from './plantFolder';
import type { Plan } from './types';

/** The plan of the default plant. */
export function defaultPlanPath(): string {
  return plantFolder().plan;
}

/**
 * Reads and parses a plan file.
 * @throws PlanError if it is invalid; Error with a sentence if it cannot be read.
 */
export function loadPlan(path: string = defaultPlanPath()): Plan {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new Error(`The plan ${path} cannot be read (${code}): check the path and its permissions.`, { cause });
  }
  return parsePlan(text, relative(process.cwd(), path) || path);
}
