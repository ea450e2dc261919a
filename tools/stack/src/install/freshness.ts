import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SKIP = new Set(['node_modules', 'dist', '.git', '.cellthread']);

/** Whether all outputs exist and none is older than the newest input file (folders are walked). */
export function isFresh(outputs: string[], inputs: string[]): boolean {
  const oldest = Math.min(...outputs.map(timeOf));
  return inputs.every((input) => newest(input) <= oldest);
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
