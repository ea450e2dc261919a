import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSecret, secretUsers, type SecretPart } from 'cellthread-cli';
import { buildBackend, createProgress } from '@cellthread/install';
import { freePortBase } from '../ports';
import { secretsIn } from '../secretsIn';
import { runFileIn } from './runFile';
import { type Stack, startStack } from './startStack';

const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-untold-'));
const told: string[] = [];
let stack: Stack;

beforeAll(async () => {
  const progress = createProgress((line) => told.push(line));
  await buildBackend(progress);
  stack = await startStack(
    {
      portBase: await freePortBase(),
      dataDir,
      simulator: { history: '10m', seed: 1, faults: [], extra: ['--since', '0'] },
    },
    progress
  );
}, 300_000);

afterAll(async () => {
  await stack?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const passwords = () =>
  (Object.entries(secretUsers) as Array<[SecretPart, string[]]>).flatMap(([part, users]) =>
    users.map((user) => readSecret(secretsIn(dataDir), part, user))
  );
const clientId = () => readSecret(secretsIn(dataDir), 'mqtt-client', 'telegraf');
/** The broker's own file, which only its owner reads, keeps sessions under their client IDs. */
const sessions = path.join('mosquitto', 'mosquitto.db');
const tells = (text: string, file = '') =>
  passwords()
    .filter((password) => !(password === clientId() && file.endsWith(sessions)))
    .filter((password) =>
      [password, Buffer.from(password).toString('base64').replace(/=+$/, '')].some((form) => text.includes(form))
    );

it('no password stands in the arguments of a process, which every user of the machine can list', () => {
  const lines = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return ''; // it has ended
      }
    });
  expect(lines.filter((line) => line.includes(dataDir)).length).toBeGreaterThanOrEqual(4);
  expect(lines.flatMap((line) => tells(line))).toEqual([]);
});

it('no password stands in the environment of a process but of those that log in with it themselves', () => {
  const telling = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const found = tells(readFileSync(`/proc/${pid}/environ`, 'utf8'));
        return found.length > 0 ? [readFileSync(`/proc/${pid}/comm`, 'utf8').trim()] : [];
      } catch {
        return []; // it has ended, or is of another user
      }
    });
  expect(telling).toEqual(['telegraf']);
});

it('no password stands in what the start prints, in a log or in any other file than its own', () => {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(secretsIn(dataDir)) && statSync(file).size < 50_000_000);
  expect(files).toContain(runFileIn(dataDir));
  expect(files.filter((file) => file.includes('/logs/')).length).toBeGreaterThanOrEqual(4);
  expect(files.filter((file) => tells(readFileSync(file, 'latin1'), file).length > 0)).toEqual([]);
  expect(tells(told.join('\n'))).toEqual([]);
});

it('neither the page nor any route of the workbench tells a password', async () => {
  for (const route of [
    '/',
    '/api/datasources',
    '/api/datasources/uid/cellthread',
    '/api/frontend/settings',
    '/api/health',
  ]) {
    expect(tells(await (await fetch(`${stack.run.workbench}${route}`)).text())).toEqual([]);
  }
});
