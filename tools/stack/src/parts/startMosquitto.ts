import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { PASSWORD_FILE, passwordLine } from 'cellthread-cli';
import { requireProgram, root } from '@cellthread/install';
import { makeSecretsIn } from '../secretsIn';
import { until } from '../until';
import { type Part, startPart } from './part';

export interface MosquittoOptions {
  port: number;
  /** Holds the queue, and the passwords in its folder of secrets. */
  dataDir: string;
  /** A further user who may publish and read every topic: for tests of what lies behind the broker. */
  everything?: { username: string; password: string };
}

/** Starts mosquitto with the project's configuration, users and access list on a loopback port. */
export async function startMosquitto({ port, dataDir, everything }: MosquittoOptions): Promise<Part> {
  const home = path.join(dataDir, 'mosquitto');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const passwords = readFileSync(path.join(makeSecretsIn(dataDir), PASSWORD_FILE), 'utf8');
  const further = everything && passwordLine(everything.username, everything.password);
  const write = (name: string, ...texts: Array<string | undefined>) =>
    writeFileSync(path.join(home, name), texts.filter(Boolean).join('\n'), { mode: 0o600 });
  write('passwords', passwords.trimEnd(), further, '\n');
  write('acl', shipped('mosquitto.acl'), everything && `user ${everything.username}\ntopic readwrite #\n`);
  write('mosquitto.conf', localConfig(shipped('mosquitto.conf'), port, home));
  const part = startPart({
    name: 'mosquitto',
    command: requireProgram('mosquitto'),
    args: ['-c', path.join(home, 'mosquitto.conf')],
    logFile: path.join(dataDir, 'logs', 'mosquitto.log'),
  });
  await until('An answer of mosquitto', () => accepts(port), { failed: part.endedBecause });
  return part;
}

const shipped = (name: string) => readFileSync(path.join(root, 'telegraf', name), 'utf8');

/**
 * The shipped configuration with its listener and files replaced by those of a folder; mosquitto keeps the user it was
 * started as.
 */
function localConfig(text: string, port: number, home: string): string {
  const replaced = /^\s*(listener|persistence_location|password_file|acl_file|user|log_dest)\b/;
  return [
    ...text.split('\n').filter((line) => !replaced.test(line)),
    `listener ${port} 127.0.0.1`,
    `persistence_location ${home}/`,
    `password_file ${path.join(home, 'passwords')}`,
    `acl_file ${path.join(home, 'acl')}`,
    'log_dest stderr',
    ...(process.getuid?.() === 0 ? ['user root'] : []),
    '',
  ].join('\n');
}

/** Whether something accepts TCP connections on a loopback port. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
