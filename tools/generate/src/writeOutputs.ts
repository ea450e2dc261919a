import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '@cellthread/plan';
import type { Generator } from './generator';

/** Text of a file below the root as it must lie there. */
export type Format = (root: string, file: string, text: string) => Promise<string>;

/**
 * Writes every output below `root` that differs from what lies there; with `check` only names them.
 * @returns paths that differed, relative to `root`.
 */
export async function writeOutputs(
  root: string,
  plan: Plan,
  generators: readonly Generator[],
  { check, format }: { check: boolean; format: Format }
): Promise<string[]> {
  const differing: string[] = [];
  for (const generator of generators) {
    for (const [file, raw] of Object.entries(generator.outputs(plan))) {
      const text = await format(root, file, raw);
      const target = path.join(root, file);
      if (existsSync(target) && readFileSync(target, 'utf8') === text) {
        continue;
      }
      differing.push(file);
      if (!check) {
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
  }
  return differing;
}
