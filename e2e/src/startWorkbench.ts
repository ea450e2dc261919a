import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { stackSecret } from './stackSecret';

/** Far above what a query of these pages needs, far below the half minute that a plant waits for a database which stalls. */
const PATIENCE = { queryTimeout: '10s' };

/** A workbench of the test's own whose datasource asks `influx`; resolves with its address when it answers. */
export async function startWorkbench(
  influx: string,
  { flags = [], env = {} }: { flags?: string[]; env?: Record<string, string> } = {}
): Promise<{ url: string; stop: () => Promise<void> }> {
  const root = join(__dirname, '../..');
  const user = 'cellthread_read';
  const reader = { CELLTHREAD_INFLUX_USER: user, CELLTHREAD_INFLUX_PASSWORD: stackSecret('influxdb', user) };
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', join(root, 'workbench/server/src/main.ts')],
      ...['--port', '0', '--influx', influx, '--json-data', JSON.stringify(PATIENCE)],
      ...flags,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...reader, ...env } }
  );
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the workbench ended with code ${code} before it answered`)));
  });
  const told = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const url = /^workbench (http\S+)/.exec(line)?.[1];
      if (url) {
        resolve(url);
      }
    });
  });
  const url = await Promise.race([told, ended]);
  ended.catch(() => undefined);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
