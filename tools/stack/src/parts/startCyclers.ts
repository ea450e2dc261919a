import path from 'node:path';
import { root } from '@cellthread/install';
import { secretsIn } from '../secretsIn';
import { type Part, startPart } from './part';

/** Starts the reader of cycler exports; files are copied into `cyclers/` of the data folder. */
export function startCyclers({ influxPort, dataDir }: { influxPort: number; dataDir: string }): Promise<Part> {
  const cli = path.join(root, 'tools/cellthread/bin/cellthread.mjs');
  return Promise.resolve(
    startPart({
      name: 'cyclers',
      command: process.execPath,
      args: [
        cli,
        'cyclers',
        '--folder',
        path.join(dataDir, 'cyclers'),
        '--url',
        `http://127.0.0.1:${influxPort}`,
        '--secrets',
        secretsIn(dataDir),
      ],
      cwd: root,
      logFile: path.join(dataDir, 'logs', 'cyclers.log'),
    })
  );
}
