import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { root } from '../paths';
import { until } from '../until';
import { requireProgram } from '../install/requireProgram';
import { type Part, startPart } from './part';

/** Starts mosquitto with the project's configuration on a loopback port; its queue lies below `dataDir`. */
export async function startMosquitto(options: { port: number; dataDir: string }): Promise<Part> {
  const home = path.join(options.dataDir, 'mosquitto');
  mkdirSync(home, { recursive: true, mode: 0o777 });
  const config = path.join(home, 'mosquitto.conf');
  writeFileSync(
    config,
    localConfig(readFileSync(path.join(root, 'telegraf/mosquitto.conf'), 'utf8'), options.port, home)
  );
  const part = startPart({
    name: 'mosquitto',
    command: requireProgram('mosquitto'),
    args: ['-c', config],
    logFile: path.join(options.dataDir, 'logs', 'mosquitto.log'),
  });
  await until('An answer of mosquitto', () => accepts(options.port), { failed: part.endedBecause });
  return part;
}

/** The shipped configuration with its listener and queue folder replaced; mosquitto keeps the user it was started as. */
export function localConfig(shipped: string, port: number, home: string): string {
  const kept = shipped.split('\n').filter((line) => !/^\s*(listener|persistence_location|user|log_dest)\b/.test(line));
  const user = process.getuid?.() === 0 ? ['user root'] : [];
  return [...kept, `listener ${port} 127.0.0.1`, `persistence_location ${home}/`, 'log_dest stderr', ...user, ''].join(
    '\n'
  );
}

/** Whether something accepts TCP connections on a loopback port. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
