import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { passwordFile, passwordLine, verifies } from '../broker/passwordFile';
import { commands } from '../commands';
import { runCli } from '../runCli';
import { makeSecrets } from './makeSecrets';
import { readSecret } from './readSecret';
import { PASSWORD_FILE, secretUsers, type SecretPart } from './secretUsers';

let dir: string;
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'cellthread-secrets-')), 'secrets');
});
afterEach(() => rmSync(path.dirname(dir), { recursive: true, force: true }));

const files = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);

test('every user of every part gets a password of its own, in a file that only its owner reads', () => {
  const umask = process.umask(0);
  const made = makeSecrets(dir);
  process.umask(umask);
  expect(made).toContain('grafana/admin');
  const parts = Object.entries(secretUsers) as Array<[SecretPart, string[]]>;
  const passwords = parts.flatMap(([part, users]) => users.map((user) => readSecret(dir, part, user)));
  expect(passwords).toHaveLength(made.length);
  expect(new Set(passwords).size).toBe(passwords.length);
  expect(passwords.filter((password) => !/^[\w-]{32}$/.test(password))).toEqual([]);
  expect(files().map(mode)).toEqual(files().map(() => '600'));
  expect([dir, path.join(dir, 'influxdb'), path.join(dir, 'mqtt'), path.join(dir, 'mqtt-client')].map(mode)).toEqual([
    '700',
    '700',
    '700',
    '700',
  ]);
});

test('a second start changes nothing, and takes wider permissions back', () => {
  makeSecrets(dir);
  const before = files().map((file) => readFileSync(file, 'utf8'));
  chmodSync(dir, 0o755);
  files().forEach((file) => chmodSync(file, 0o644));
  expect(makeSecrets(dir)).toEqual([]);
  expect(files().map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  expect([dir, ...files()].map(mode)).toEqual(['700', ...files().map(() => '600')]);
});

test('the command names what it made, never what is in it', async () => {
  const lines: string[] = [];
  const output = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  expect(await runCli(commands, ['secrets', 'make', dir], output)).toBe(0);
  expect(await runCli(commands, ['secrets', 'make', dir], output)).toBe(0);
  expect(await runCli(commands, ['secrets', 'make'], output)).toBe(2);
  const text = lines.join('\n');
  expect(text).toContain('influxdb/cellthread_read');
  expect(text).toContain('Nothing to do');
  expect(files().filter((file) => !file.endsWith('passwords') && text.includes(readFileSync(file, 'utf8')))).toEqual(
    []
  );
});

test('a password that cannot be read is told by its file and what to do', () => {
  makeSecrets(dir);
  writeFileSync(path.join(dir, 'mqtt/mes'), '');
  expect(() => readSecret(dir, 'mqtt', 'nobody')).toThrow(/mqtt\/nobody \(ENOENT\): run "cellthread secrets make/);
  expect(() => readSecret(dir, 'mqtt', 'mes')).toThrow(/mqtt\/mes is empty: delete it/);
});

test('the broker’s hashes follow the passwords; lines of further users stay', () => {
  makeSecrets(dir);
  const file = path.join(dir, PASSWORD_FILE);
  const lines = () => readFileSync(file, 'utf8').trim().split('\n');
  const own = (user: string) => lines().find((line) => line.startsWith(`${user}:`)) ?? '';
  const station = own('station');
  expect(verifies(station, 'station', readSecret(dir, 'mqtt', 'station'))).toBe(true);
  expect(verifies(station, 'station', readSecret(dir, 'mqtt', 'mes'))).toBe(false);
  writeFileSync(file, [...lines(), passwordLine('filler-02', 'x'), ''].join('\n'));
  rmSync(path.join(dir, 'mqtt/mes'));
  makeSecrets(dir);
  expect(own('station')).toBe(station);
  expect(verifies(own('mes'), 'mes', readSecret(dir, 'mqtt', 'mes'))).toBe(true);
  expect(verifies(own('filler-02'), 'filler-02', 'x')).toBe(true);
});

test('a broken line of a password file is written anew', () => {
  makeSecrets(dir);
  const file = path.join(dir, PASSWORD_FILE);
  writeFileSync(file, 'station:$7$101$broken\n');
  const text = passwordFile(file, [{ name: 'station', password: 'p' }]);
  expect(verifies(text.trim(), 'station', 'p')).toBe(true);
});
