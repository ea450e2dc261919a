import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

// What mosquitto_passwd writes: PBKDF2 with SHA-512, 101 rounds. The passwords are random, more rounds add nothing.
const ROUNDS = 101;
const BYTES = 64;

/** A line of mosquitto's password file. */
export function passwordLine(user: string, password: string, salt = randomBytes(12)): string {
  const hash = pbkdf2Sync(password, salt, ROUNDS, BYTES, 'sha512');
  return `${user}:$7$${ROUNDS}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Whether a line of a password file is that of this user with this password. */
export function verifies(line: string, user: string, password: string): boolean {
  const [, name, rounds, salt = '', hash = ''] = /^([^:]+):\$7\$(\d+)\$([^$]+)\$(.+)$/.exec(line) ?? [];
  if (name !== user) {
    return false;
  }
  const stored = Buffer.from(hash, 'base64');
  const given = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), stored.length || 1, 'sha512');
  return stored.length > 0 && timingSafeEqual(stored, given);
}

/** The text of a password file for these users: lines that still hold and those of further users stay as they are. */
export function passwordFile(file: string, users: ReadonlyArray<{ name: string; password: string }>): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const others = lines.filter((line) => !users.some(({ name }) => line.startsWith(`${name}:`)));
  const own = users.map(
    ({ name, password }) => lines.find((line) => verifies(line, name, password)) ?? passwordLine(name, password)
  );
  return [...own, ...others, ''].join('\n');
}
