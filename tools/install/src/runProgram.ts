import { spawn } from 'node:child_process';
import os from 'node:os';
import { StackError } from './stackError';

export interface RunResult {
  code: number;
  output: string;
}

interface RunOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  onText?: (text: string) => void;
  /** It leaves the processor to whatever else wants it. */
  patient?: boolean;
}

/** Runs a program to its end and collects what it prints. */
export function runProgram(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (options.patient && child.pid !== undefined) {
      os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
    }
    const parts: string[] = [];
    const take = (chunk: Buffer) => {
      parts.push(chunk.toString());
      options.onText?.(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}

/** Runs a program that must succeed; the error carries the end of what it printed. */
export async function mustRun(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await runProgram(command, args, options);
  if (code !== 0) {
    throw new StackError(`\`${[command, ...args].join(' ')}\` failed:\n${output.slice(-4000)}`);
  }
  return output;
}
