import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { freePortBase, startPart, until } from '@cellthread/stack';

/** `npm run demo` with a data folder of its own. */
export interface Demo {
  workbench: string;
  influx: string;
  dataDir: string;
  /** ms since 1970 when the command was given. */
  began: number;
  stop(): Promise<void>;
}

/** Where a demo of the benchmarks keeps its plant, by its name. */
export const dataOf = (name: string) => path.join(root, '.cellthread', 'bench', name);

/** Where the benchmarks' demo keeps its plant. */
export const demoData = dataOf('demo');

/**
 * Gives the command and resolves as soon as the page can be opened, or, with `live`, when all parts answer.
 * @param checkout the folder to start it in, this checkout by default
 * @param data name of a folder of its own, beside that of the benchmarks' demo
 */
export async function startDemo(options: {
  live: boolean;
  args?: string[];
  checkout?: string;
  data?: string;
}): Promise<Demo> {
  const { live, args = [], checkout = root } = options;
  const data = checkout === root ? dataOf(options.data ?? 'demo') : path.join(checkout, '.cellthread');
  const base = await freePortBase(22_000);
  const workbench = `http://127.0.0.1:${base}`;
  const began = Date.now();
  let offered = false;
  const part = startPart({
    name: 'demo',
    command: 'npm',
    args: ['run', '--silent', 'demo', '--', '--no-open', '--port-base', String(base), '--data', data, ...args],
    cwd: checkout,
    logFile: path.join(data, 'logs', 'demo.log'),
    onLine: (line) => (offered ||= line.includes(`:${base}`)),
  });
  const runFile = path.join(data, 'run.json');
  await until('The start of the demo', () => (live ? existsSync(runFile) && ofBase(runFile, base) : offered), {
    timeoutMs: 1_800_000,
    everyMs: 20,
    failed: part.endedBecause,
  });
  // As Ctrl-C in a terminal does it: npm alone does not pass a signal on to what it started.
  const stop = async () => {
    process.kill(-part.pid, 'SIGINT');
    await until('The end of the demo', () => !groupRuns(part.pid));
  };
  return { workbench, influx: `http://127.0.0.1:${base + 2}`, dataDir: data, began, stop };
}

/** Whether it was written by the run on these ports, not left by an earlier one. */
const ofBase = (file: string, base: number) => readFileSync(file, 'utf8').includes(`:${base}"`);

/** Whether a process of this group is still there. */
function groupRuns(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
