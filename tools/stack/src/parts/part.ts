import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fchmodSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A running program of the stack. */
export interface Part {
  name: string;
  pid: number;
  logFile: string;
  /** Resolves when the program has ended, with a sentence that says how. */
  ended: Promise<string>;
  /** The sentence of `ended` once it has ended. */
  endedBecause(): string | undefined;
  stop(): Promise<void>;
  kill(signal?: NodeJS.Signals): void;
}

export interface PartOptions {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  logFile: string;
  /** Called with each line that the program prints, besides the log file. */
  onLine?: (line: string) => void;
  stopSignal?: NodeJS.Signals;
  stopTimeoutMs?: number;
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((p) => existsSync(p));

/** Starts a program with its output in a log file. It ends with this process, however this process ends (on Linux). */
export function startPart(options: PartOptions): Part {
  const { name, logFile, onLine, stopSignal = 'SIGTERM', stopTimeoutMs = 10_000 } = options;
  mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  fchmodSync(log, 0o600);
  const [command, args] = SETPRIV
    ? [SETPRIV, ['--pdeathsig', 'KILL', options.command, ...options.args]]
    : [options.command, options.args];
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', onLine ? 'pipe' : log, log],
    detached: true,
  });
  closeSync(log);
  if (onLine && child.stdout) {
    readLines(child.stdout, onLine);
  }
  let reason: string | undefined;
  const ended = endOf(child).then((how) => (reason = `${name} ${how}. ${lastWords(logFile)}`.trim()));
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => {
    if (reason === undefined && child.pid) {
      child.kill(signal);
    }
  };
  return {
    name,
    pid: child.pid ?? -1,
    logFile,
    ended,
    endedBecause: () => reason,
    kill,
    async stop() {
      kill(stopSignal);
      const hard = setTimeout(() => kill('SIGKILL'), stopTimeoutMs);
      await ended;
      clearTimeout(hard);
    },
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}

/** The last lines of a log, and where the whole of it lies. */
function lastWords(logFile: string): string {
  const text = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd() : '';
  const last = text.split('\n').slice(-4).join('\n    ').slice(-1200);
  return last ? `Its last words:\n    ${last}\n  The whole log: ${logFile}` : `Its log is empty (${logFile}).`;
}
