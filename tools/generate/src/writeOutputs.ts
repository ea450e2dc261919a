import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '@cellthread/plan';
import type { Generator } from './generator';

/** Text of a file as it must lie there. */
export type Format = (file: string, text: string) => Promise<string>;

export interface Outputs {
  /** Every path that is derived, below `root`. */
  all: ReadonlySet<string>;
  /** Those that differed. */
  differing: string[];
}

/**
 * Writes every output below `root` that differs from what lies there; with `check` only names them.
 */
export async function writeOutputs(
  root: string,
  plan: Plan,
  generators: readonly Generator[],
  { check, format }: { check: boolean; format: Format }
): Promise<Outputs> {
  const all = new Set<string>();
  const differing: string[] = [];
  for (const generator of generators) {
    const files = generator.outputs(plan); // of a later one only then: it may read what an earlier one wrote
    Object.keys(files).forEach((file) => all.add(file));
    differing.push(...(await writeFiles(root, files, { check, format })));
  }
  return { all, differing };
}

/** Writes those of the files below `root` that differ; with `check` only names them. */
export async function writeFiles(
  root: string,
  files: Record<string, string>,
  { check, format }: { check: boolean; format: Format }
): Promise<string[]> {
  const differing: string[] = [];
  for (const [file, raw] of Object.entries(files)) {
    const text = await format(file, raw);
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
  return differing;
}
