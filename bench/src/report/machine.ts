import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** What the figures were measured on; no name and no path of the machine. */
export function machine(): string {
  const go = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim().replace(/^go/, '');
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return `${os.cpus().length} cores ${os.cpus()[0]?.model.trim()}, ${memory} GB, ${os.type()}, Node ${process.versions.node}, Go ${go}`;
}

/** Processes that wanted a core, on average of the last minute. */
export const load = (): string => (os.loadavg()[0] ?? 0).toFixed(1);
