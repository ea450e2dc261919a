import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The stack's addresses: the file that CELLTHREAD_RUN names, else the one of `npm run demo` in this checkout. */
export function runFile(): string {
  const file = process.env.CELLTHREAD_RUN ?? join(__dirname, '../../.cellthread/run.json');
  if (!existsSync(file)) {
    throw new Error(
      `This test needs the stack's own files: set CELLTHREAD_RUN to its run.json (${file} is not there).`
    );
  }
  return file;
}

/** What that file says. */
export const readRun = () => JSON.parse(readFileSync(runFile(), 'utf8')) as { mqtt: string; influx: string };
