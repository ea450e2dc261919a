import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folder at which the file system of a folder is mounted. */
export function mountPointOf(folder: string): string {
  let at = realpathSync(folder);
  const { dev } = statSync(at);
  while (path.dirname(at) !== at && statSync(path.dirname(at)).dev === dev) {
    at = path.dirname(at);
  }
  return at;
}
