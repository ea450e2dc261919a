import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { binDir } from '../paths';

/** The path of a program on PATH, in the usual system folders or among those built for this checkout. */
export function findProgram(name: string): string | undefined {
  const folders = [binDir, ...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
