import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from '@cellthread/install';
import {
  answers,
  freePortBase,
  influxConfig,
  type Part,
  secretsIn,
  startInflux,
  startPart,
  until,
} from '@cellthread/stack';
import { influxLogin, influxQuery, influxWrite } from '../influx';
import { readSecret } from '../secrets/readSecret';
import { type Database, databases } from '@cellthread/vocabulary';
import { influxUsers } from './influxUsers';
import { prepareDatabase } from './prepareDatabase';

let dataDir: string;
let port: number;
let url: string;
let influx: Part;

/** Starts the database as it was before it asked for logins, with a row in it. */
async function startWithoutUsers(): Promise<Part> {
  const home = path.join(dataDir, 'influx');
  const config = path.join(dataDir, 'open.conf');
  writeFileSync(config, influxConfig({ port, rpcPort: port + 1, home }).replace('auth-enabled = true', ''));
  const part = startPart({
    name: 'influxd',
    command: findProgram('influxd') ?? '',
    args: ['-config', config],
    logFile: path.join(dataDir, 'logs/open.log'),
  });
  await until('An answer of influxd', () => answers(`${url}/ping`), { failed: part.endedBecause });
  return part;
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-users-'));
  port = await freePortBase();
  url = `http://127.0.0.1:${port}`;
  const before = await startWithoutUsers();
  await influxQuery({ url }, 'CREATE DATABASE cellthread_visits');
  await influxWrite({ url }, 'cellthread_visits', ['filling fill_mass=800']);
  await before.stop();
  influx = await startInflux({ port, rpcPort: port + 1, dataDir });
}, 90_000);

afterAll(async () => {
  await influx?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

const secret = (user: string) => readSecret(secretsIn(dataDir), 'influxdb', user);
const as = (user: string) => influxLogin(url, user, secret(user));
const done = (what: Promise<unknown>) =>
  what.then(
    () => true,
    (error: Error) => {
      expect(error.message).toMatch(/refuses \(403/);
      return false;
    }
  );

test('data from before there were users are still there', async () => {
  const [series] = await influxQuery(as('cellthread_read'), 'SELECT fill_mass FROM filling', 'cellthread_visits');
  expect(series?.values.map(([, mass]) => mass)).toEqual([800]);
});

test('without a login, or with a wrong one, nothing is answered or stored', async () => {
  const wrong = Buffer.from('cellthread_read:x').toString('base64');
  for (const headers of [{}, { authorization: `Basic ${wrong}` }] as Array<Record<string, string>>) {
    const ask = (q: string) => fetch(`${url}/query`, { method: 'POST', headers, body: new URLSearchParams({ q }) });
    expect((await ask('SHOW DATABASES')).status).toBe(401);
    expect((await ask('DROP DATABASE cellthread_visits')).status).toBe(401);
    expect((await ask(`CREATE USER eve WITH PASSWORD 'eve' WITH ALL PRIVILEGES`)).status).toBe(401);
    const write = await fetch(`${url}/write?db=cellthread_visits`, { method: 'POST', headers, body: 'filling x=1' });
    expect(write.status).toBe(401);
  }
});

test('profiles of the database, which cost it processor time, are answered to nobody', async () => {
  for (const page of ['/debug/pprof/', '/debug/pprof/heap', '/debug/pprof/profile?seconds=1']) {
    expect({ page, status: (await fetch(url + page)).status }).toEqual({ page, status: 404 });
  }
});

describe.each(influxUsers)('user $name', ({ name, may }) => {
  const privilege = (database: Database) => (may === 'admin' ? 'ALL' : may[database]);

  test.each(databases)('reads and writes cellthread_%s only as it may', async (database) => {
    const read = await done(influxQuery(as(name), 'SELECT * FROM probe', `cellthread_${database}`));
    const written = await done(influxWrite(as(name), `cellthread_${database}`, ['probe x=1']));
    const granted = privilege(database);
    expect({ read, written }).toEqual({
      read: granted === 'READ' || granted === 'ALL',
      written: granted === 'WRITE' || granted === 'ALL',
    });
  });

  test('creates and drops databases and users only as administrator', async () => {
    const admin = may === 'admin';
    expect(await done(influxQuery(as(name), 'CREATE DATABASE other'))).toBe(admin);
    expect(await done(influxQuery(as(name), 'DROP DATABASE other'))).toBe(admin);
    expect(await done(influxQuery(as(name), 'SHOW USERS'))).toBe(admin);
    expect(await done(influxQuery(as(name), 'DROP MEASUREMENT probe', 'cellthread_visits'))).toBe(admin);
    expect(await done(influxQuery(as(name), `SET PASSWORD FOR admin = '${secret('admin')}'`))).toBe(admin);
  });

  test('sees no database but its own', async () => {
    await influxQuery(as('admin'), 'CREATE DATABASE of_another_plant');
    const [series] = await influxQuery(as(name), 'SHOW DATABASES');
    const seen = (series?.values ?? []).map(([database]) => String(database));
    expect(seen.includes('of_another_plant')).toBe(may === 'admin');
    expect(seen.filter((database) => database.startsWith('cellthread_')).sort()).toEqual(
      databases
        .filter(privilege)
        .map((database) => `cellthread_${database}`)
        .sort()
    );
  });
});

test('a second preparation does nothing; a changed password is taken over', async () => {
  expect(await prepareDatabase(url, secretsIn(dataDir))).toEqual([]);
  const file = path.join(secretsIn(dataDir), 'influxdb/cellthread_write');
  writeFileSync(file, `an'other \\password`, { mode: 0o600 });
  expect(await prepareDatabase(url, secretsIn(dataDir))).toEqual(['User cellthread_write has a new password.']);
  await influxWrite(as('cellthread_write'), 'cellthread_visits', ['probe x=1']);
});

test('an administrator whose password was lost is told with the way out, without any password', async () => {
  const file = path.join(secretsIn(dataDir), 'influxdb/admin');
  const right = readFileSync(file, 'utf8');
  writeFileSync(file, 'wrong-password');
  const error = await prepareDatabase(url, secretsIn(dataDir)).catch((e: Error) => e.message);
  writeFileSync(file, right);
  expect(error).toMatch(/has an administrator already.*put the right one there.*auth-enabled = false/);
  expect(error).not.toContain('wrong-password');
});

test('errors of a statement that carries a password never repeat it', async () => {
  const error = await influxQuery(as('cellthread_read'), `CREATE USER eve WITH PASSWORD 'hunter2'`).catch(
    (e: Error) => e.message
  );
  expect(error).toMatch(/refuses \(403/);
  expect(error).not.toContain('hunter2');
});
