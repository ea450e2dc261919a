import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where files go that were read. */
export const places = ['finished', 'failed'] as const;

export type Place = (typeof places)[number];

function sameFile(a: string, b: string): boolean {
  return statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));
}

/** Moves a file into `finished/` or `failed/`. Another file of its name that lies there gets a number and stays. */
export function putAside(folder: string, name: string, place: Place): void {
  const from = path.join(folder, name);
  const to = path.join(folder, place, name);
  mkdirSync(path.dirname(to), { recursive: true });
  if (existsSync(to) && !sameFile(from, to)) {
    let n = 1;
    while (existsSync(`${to}~${n}`)) {
      n++;
    }
    renameSync(to, `${to}~${n}`);
  }
  renameSync(from, to);
}
