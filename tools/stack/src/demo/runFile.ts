import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '@cellthread/vocabulary';

/** The addresses of a running stack, for scripts and tests: `run.json` in the data folder while all parts answer. */
export interface RunFile {
  workbench: string;
  mqtt: string;
  influx: string;
  databases: Record<Database, string>;
  /** The uid of the datasource. */
  datasource: string;
  pids: Record<string, number>;
}

/** Where a stack with that data folder writes it. */
export const runFileIn = (dataDir: string) => path.join(dataDir, 'run.json');

/** Writes run.json in one step, so that a reader never sees half of it. */
export function writeRunFile(dataDir: string, run: RunFile): void {
  writeFileSync(`${runFileIn(dataDir)}.new`, `${JSON.stringify(run, null, 2)}\n`);
  renameSync(`${runFileIn(dataDir)}.new`, runFileIn(dataDir));
}

/** Removes run.json: from now on the parts do not answer. */
export function removeRunFile(dataDir: string): void {
  rmSync(runFileIn(dataDir), { force: true });
}
