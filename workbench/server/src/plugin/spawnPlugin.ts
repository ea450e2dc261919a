import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Log } from '../log';
import { parseHandshake } from './parseHandshake';

/** A started plugin: `target` is its gRPC address; `exited` resolves to what ended it. */
export interface PluginProcess {
  pid: number;
  target: string;
  exited: Promise<string>;
  kill: () => void;
}

const HANDSHAKE_MS = 10_000;

/** `setpriv`, where it exists (Linux), makes the plugin die with its host even if the host is killed hard. */
function deathBound(binary: string): [string, string[]] {
  const found = (process.env['PATH'] ?? '').split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, 'setpriv'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  return process.platform === 'linux' && found ? ['setpriv', ['--pdeathsig', 'KILL', binary]] : [binary, []];
}

/** The few variables a datasource may rely on; the rest of the host's environment is not its business. */
function pluginEnvironment(socketDir: string, grafanaVersion: string): NodeJS.ProcessEnv {
  const passed = ['PATH', 'HOME', 'TZ', 'GOMEMLIMIT', 'GOMAXPROCS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
  return {
    ...Object.fromEntries(passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    grafana_plugin_type: 'datasource',
    PLUGIN_PROTOCOL_VERSIONS: '2',
    PLUGIN_UNIX_SOCKET_DIR: socketDir,
    PLUGIN_MIN_PORT: '10000',
    PLUGIN_MAX_PORT: '25000',
    GF_VERSION: grafanaVersion,
  };
}

/** Plugins log one JSON object a line on stderr; a Go panic is plain text there. */
function passLog(line: string, log: Log): void {
  try {
    const { '@level': level, '@message': message, '@timestamp': _time, ...fields } = JSON.parse(line);
    log(String(level ?? 'info'), String(message ?? ''), fields);
  } catch {
    log('error', line);
  }
}

/**
 * Starts a datasource binary the way Grafana does: go-plugin's magic cookie in the environment, its address in the first
 * line of stdout. Throws when the binary cannot be started, ends or stays silent for 10 s.
 */
export async function spawnPlugin(binary: string, grafanaVersion: string, log: Log): Promise<PluginProcess> {
  const socketDir = mkdtempSync(join(tmpdir(), 'workbench-'));
  const [command, args] = deathBound(binary);
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: pluginEnvironment(socketDir, grafanaVersion),
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const tail: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    tail.push(line);
    if (tail.length > 5) {
      tail.shift();
    }
    passLog(line, log);
  });
  const lines = createInterface({ input: child.stdout });
  const exited = new Promise<string>((done) => {
    const end = (how: string) => {
      process.removeListener('exit', kill);
      rmSync(socketDir, { recursive: true, force: true });
      done(how);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });

  const timeout = AbortSignal.timeout(HANDSHAKE_MS);
  try {
    const first = await Promise.race([
      once(lines, 'line', { signal: timeout }).then(([line]) => String(line)),
      exited.then((how) => {
        throw new Error(`it ended before it named its address (${how})${tail.length ? `: ${tail.join(' | ')}` : ''}`);
      }),
    ]);
    return { pid: child.pid ?? -1, target: parseHandshake(first), exited, kill };
  } catch (error) {
    kill();
    const reason = timeout.aborted ? `no address within ${HANDSHAKE_MS / 1000} s` : (error as Error).message;
    throw new Error(`plugin ${binary} could not be started: ${reason}`, { cause: error });
  }
}
