import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

const MEMORY = '/dev/shm';

/** The databases of all tests together stay far below. */
const ENOUGH = 8 * 2 ** 30;

/**
 * Runs work whose temporary files, and those of all that it starts, lie in memory where the machine has enough: databases of tests live for
 * seconds, and a disk makes them wait at every row.
 */
export async function inScratch<T>(work: () => Promise<T>, memory = MEMORY, enough = ENOUGH): Promise<T> {
  const folder = freeIn(memory) >= enough ? mkdtempSync(path.join(memory, 'cellthread-test-')) : undefined;
  if (folder === undefined) {
    return work();
  }
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes that are free in a folder that may be written; 0 of any other. */
function freeIn(folder: string): number {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
