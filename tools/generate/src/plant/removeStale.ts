import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Removes files below a folder that only generated files lie in, but for those to be `kept` (paths below it, with slashes);
 * with `check` only names them.
 * @returns their paths below the folder.
 */
export function removeStale(folder: string, kept: ReadonlySet<string>, check: boolean): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  const stale = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !kept.has(file));
  if (!check) {
    stale.forEach((file) => rmSync(path.join(folder, file)));
  }
  return stale;
}
