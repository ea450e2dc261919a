import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { passwordFile } from '../broker/passwordFile';
import { readSecret } from './readSecret';
import { PASSWORD_FILE, secretUsers, type SecretPart } from './secretUsers';

const BYTES = 24;

/**
 * Makes the passwords that are missing below a folder, in files that only their owner reads, and mosquitto's hashes of
 * those of the broker. What is there stays; wider permissions are taken back.
 * @returns the files that were made, without their content
 */
export function makeSecrets(dir: string): string[] {
  ownFolder(dir);
  const made: string[] = [];
  for (const [part, users] of Object.entries(secretUsers)) {
    ownFolder(path.join(dir, part));
    for (const user of users) {
      const file = path.join(dir, part, user);
      if (existsSync(file)) {
        chmodSync(file, 0o600);
      } else {
        writeOwn(file, randomBytes(BYTES).toString('base64url'));
        made.push(path.join(part, user));
      }
    }
  }
  writePasswordFile(dir);
  return made;
}

function writePasswordFile(dir: string): void {
  const file = path.join(dir, PASSWORD_FILE);
  const part: SecretPart = 'mqtt';
  const users = secretUsers[part].map((name) => ({ name, password: readSecret(dir, part, name) }));
  const text = passwordFile(file, users);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) {
    chmodSync(file, 0o600);
  } else {
    writeOwn(file, text);
  }
}

function ownFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
}

/** In one step, so that a full disk or a second start never leaves half a password. */
function writeOwn(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
