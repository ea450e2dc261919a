import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '@cellthread/install';
import { secretsIn } from '@cellthread/stack';
import { type BenchInflux } from '../influx';

/** Writes the checkout's control plan to an InfluxDB. */
export async function pushPlan({ influx, dataDir }: BenchInflux): Promise<void> {
  const cli = path.join(root, 'tools/cellthread/bin/cellthread.mjs');
  const args = [
    cli,
    'plan',
    'push',
    '--url',
    influx,
    '--secrets',
    secretsIn(dataDir),
    '--author',
    'bench',
    '--reason',
    'benchmark',
  ];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}
