import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPluginBinary } from './findPluginBinary';
import type { Log } from './log';
import { parseArguments, USAGE } from './parseArguments';
import { startWorkbench } from './startWorkbench';

const NOISE = new Set(['trace', 'debug']);

/** Alert rules ask several times a second: that they were answered is worth no line. */
const isNoise: (...entry: Parameters<Log>) => boolean = (level, _, { uname, status } = {}) =>
  NOISE.has(level) || (uname === 'grafana_scheduler' && status === 'ok');

/** Everything but noise goes to the log file; without one, warnings and errors go to stderr. */
function openLog(dataDir: string | undefined): Log {
  const line = (level: string, message: string, fields?: Record<string, unknown>) =>
    `${new Date().toISOString()} ${level} ${message}${fields && Object.keys(fields).length ? ` ${JSON.stringify(fields)}` : ''}\n`;
  if (!dataDir) {
    return (level, message, fields) =>
      void ((level === 'warn' || level === 'error') && process.stderr.write(line(level, message, fields)));
  }
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const file = createWriteStream(join(dataDir, 'logs', 'datasource.log'), { flags: 'a' });
  // A full disk costs the log, not the workbench.
  file.on('error', (error) => void process.stderr.write(line('error', `the log cannot be written: ${error.message}`)));
  return (level, message, fields) => void (isNoise(level, message, fields) || file.write(line(level, message, fields)));
}

async function main(): Promise<void> {
  const { dataDir, help, ...options } = parseArguments(process.argv.slice(2), process.env);
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const pluginsDir = resolve(options.pluginsDir ?? fileURLToPath(new URL('../../../plugins', import.meta.url)));
  const pluginBinary = options.pluginBinary ?? findPluginBinary(pluginsDir);
  const workbench = await startWorkbench({ ...options, pluginsDir, pluginBinary, log: openLog(dataDir) });
  process.stdout.write(`workbench ${workbench.url}\n`);
  let stopping = false;
  const stop = () => {
    if (!stopping) {
      stopping = true;
      void workbench.stop().then(() => process.exit(0));
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: Error & { code?: string; port?: number }) => {
  const taken = error.code === 'EADDRINUSE' ? `port ${error.port} is taken: choose another with --port` : error.message;
  process.stderr.write(`workbench: ${taken}\n`);
  process.exit(1);
});
