import { type Dirent, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths';

const SKIP = new Set(['node_modules', 'dist', '.git', '.cellthread']);

/**
 * Does a work unless its outputs exist and nothing among its inputs (folders are walked) changed since it was last done.
 * The time of doing is kept beside the outputs, since a bundler leaves an output alone whose content is the same.
 */
export async function unlessFresh(
  name: string,
  { outputs, inputs }: { outputs: string[]; inputs: string[] },
  work: () => Promise<void>
): Promise<void> {
  const stamp = path.join(root, 'node_modules/.cache/cellthread', name);
  const done = timeOf(stamp);
  if (done > 0 && outputs.every((file) => existsSync(file)) && inputs.every((input) => newest(input) <= done)) {
    return;
  }
  const started = new Date();
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

function newest(place: string): number {
  let entries: Dirent[];
  try {
    entries = readdirSync(place, { withFileTypes: true });
  } catch {
    return timeOf(place);
  }
  return entries
    .filter((entry) => !SKIP.has(entry.name))
    .map((entry) => path.join(place, entry.name))
    .reduce((latest, file) => Math.max(latest, newest(file)), 0);
}

function timeOf(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
