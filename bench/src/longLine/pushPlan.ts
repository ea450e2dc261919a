import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '@cellthread/install';
import { secretsIn } from '@cellthread/stack';
import { type BenchInflux } from '../influx';

/** Writes a plant's control plan to an InfluxDB, that of the default plant without one. */
export async function pushPlan({ influx, dataDir }: BenchInflux, plant?: string): Promise<void> {
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
    ...(plant === undefined ? [] : ['--plant', plant]),
  ];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}
