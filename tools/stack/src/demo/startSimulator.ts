import path from 'node:path';
import { plantFolder } from '@cellthread/plan/plant';
import { root } from '@cellthread/install';
import { type Part, startPart } from '../parts/part';
import { secretsIn } from '../secretsIn';
import { until } from '../until';

export interface SimulatorOptions {
  mqtt: string;
  dataDir: string;
  history: string;
  seed: number;
  faults: string[];
  extra?: string[];
  note?: (text: string) => void;
}

interface ProgressLine {
  phase: 'history' | 'live';
  done?: number;
  published?: number;
}

/** Starts the simulated line; resolves when its history is published and it has gone live. */
export async function startSimulator(options: SimulatorOptions): Promise<Part> {
  let phase: ProgressLine['phase'] = 'history';
  const part = startPart({
    name: 'simulator',
    command: process.execPath,
    args: [
      '--import',
      'tsx',
      path.join(root, 'simulator/src/main.ts'),
      '--broker',
      options.mqtt,
      '--secrets',
      secretsIn(options.dataDir),
      '--plan',
      plantFolder().plan,
      '--seed',
      String(options.seed),
      '--history',
      options.history,
      '--state',
      path.join(options.dataDir, 'simulator.json'),
      '--truth',
      path.join(options.dataDir, 'truth.json'),
      ...options.faults.flatMap((fault) => ['--fault', fault]),
      ...(options.extra ?? []),
      '--json',
    ],
    cwd: root,
    logFile: path.join(options.dataDir, 'logs', 'simulator.log'),
    onLine: (line) => {
      const progress = parse(line);
      if (progress) {
        phase = progress.phase;
        options.note?.(
          phase === 'history'
            ? `${Math.round((progress.done ?? 0) * 100)} % of the history, ${progress.published ?? 0} records`
            : `${progress.published ?? 0} records of history`
        );
      }
    },
  });
  await until('The end of the history', () => phase === 'live', {
    timeoutMs: 600_000,
    everyMs: 100,
    failed: part.endedBecause,
  });
  return part;
}

function parse(line: string): ProgressLine | undefined {
  try {
    const value = JSON.parse(line) as ProgressLine;
    return value.phase === 'history' || value.phase === 'live' ? value : undefined;
  } catch {
    return undefined;
  }
}
