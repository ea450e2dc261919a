import path from 'node:path';
import { root } from '@cellthread/install';
import { type Part, startPart } from '../parts/part';
import { secretsIn } from '../secretsIn';
import { until } from '../until';
import { compressed } from './compressed';

export interface SimulatorOptions {
  mqtt: string;
  dataDir: string;
  /** File of the plan. */
  plan: string;
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
  /** Simulated moment of the last record, Unix ms. */
  at?: number;
}

export interface Simulator {
  part: Part;
  /** Moment of the newest record of the history, Unix ms; undefined where there is none. */
  historyUntilMs?: number;
}

/** Starts the simulated line; resolves when its history is published and it has gone live. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  let phase: ProgressLine['phase'] = 'history';
  let historyUntilMs: number | undefined;
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
      options.plan,
      '--compress',
      compressed,
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
        if (phase === 'history' && (progress.published ?? 0) > 0) {
          historyUntilMs = progress.at;
        }
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
  return { part, historyUntilMs };
}

function parse(line: string): ProgressLine | undefined {
  try {
    const value = JSON.parse(line) as ProgressLine;
    return value.phase === 'history' || value.phase === 'live' ? value : undefined;
  } catch {
    return undefined;
  }
}
