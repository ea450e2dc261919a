import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { requireProgram, root } from '@cellthread/install';

/** Lines of line protocol through one run of the real Telegraf with the ingest scripts; the rows and the log. */
export async function throughTelegraf(
  lines: readonly string[],
  env: Record<string, string> = {}
): Promise<{ rows: string; log: string }> {
  const place = mkdtempSync(path.join(tmpdir(), 'cellthread-cases-'));
  try {
    writeFileSync(path.join(place, 'messages.lp'), lines.join('\n') + '\n');
    const { stderr } = await promisify(execFile)(
      requireProgram('telegraf'),
      ['--strict-env-handling', '--once', ...configs.flatMap(asConfig)],
      {
        env: {
          ...process.env,
          CELLTHREAD_HOME: path.join(root, 'telegraf'),
          CELLTHREAD_OPERATORS: path.join(root, 'simulator/operators.csv'),
          CELLTHREAD_CASES: place,
          ...env,
        },
        maxBuffer: 64 << 20,
      }
    );
    return { rows: readFileSync(path.join(place, 'rows.lp'), 'utf8'), log: stderr };
  } finally {
    rmSync(place, { recursive: true });
  }
}

const configs = ['testcases/telegraf.conf', 'telegraf.d/ingest.conf', 'telegraf.d/operators.conf'];

const asConfig = (file: string) => ['--config', path.join(root, 'telegraf', file)];
