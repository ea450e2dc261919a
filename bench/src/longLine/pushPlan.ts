import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '@cellthread/stack';

/** Writes the checkout's control plan to an InfluxDB. */
export async function pushPlan(influx: string): Promise<void> {
  const cli = path.join(root, 'tools/cellthread/bin/cellthread.mjs');
  const args = [cli, 'plan', 'push', '--url', influx, '--author', 'bench', '--reason', 'benchmark'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}
