import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBackend, createProgress } from '@cellthread/install';
import { freePortBase, type Part, secretsIn, startInflux, startKeeper, startMosquitto, until } from '@cellthread/stack';
import { commands } from '../commands';
import { influxLogin, influxQuery, influxWrite } from '../influx';
import { runCli } from '../runCli';
import { readSecret } from '../secrets/readSecret';
import { sha256 } from './canonical';
import { readRecord } from './readRecord';
import { addDays, dayOf, listTag, rootOf, said, type Seal } from './seal';

const folder = mkdtempSync(path.join(tmpdir(), 'cellthread-audit-'));
// A day is sealed a quarter of an hour after its end.
const last = addDays(dayOf(Date.now() - 16 * 60_000), -1);
const first = addDays(last, -1);

// Each test has a database and asks the broker until it is quiet.
jest.setTimeout(60_000);

let parts: Part[] = [];
let url: string;
let mqtt: string;
/** How many databases were made, each a copy of what was sealed. */
let copies = 0;

const admin = () => influxLogin(url, 'admin', readSecret(secretsIn(folder), 'influxdb', 'admin'));

const timeOf = (day: string, second: number) => `${Date.parse(day) / 1000 + second}000000007`;
const event = (id: string, day: string, second: number, text = 'a \\"note\\", é', stored = day) =>
  `event,site=de1,kind=note,bucket=7 event_id="${id}",target_type="roll",target_id="R-1",text="${text}",from_m=12.5,to_m=80,received_ms=${Date.parse(stored) + second * 1000}i ${timeOf(day, second)}`;

const options = () => ['--url', url, '--secrets', secretsIn(folder), '--user', 'admin'];

async function cellthread(...args: string[]) {
  const out: string[] = [];
  const output = { out: (text: string) => out.push(text), err: (text: string) => out.push(text) };
  const code = await runCli(commands, [...args, ...options()], output);
  return { code, out: out.join('\n') };
}

/** What was sealed, in a database of its own that a test may tamper with. */
async function copied() {
  const prefix = `copy${copies++}_`;
  const database = `${prefix}record`;
  await influxQuery(admin(), `CREATE DATABASE "${database}"`);
  await influxQuery(
    admin(),
    `SELECT * INTO "${database}".autogen.:MEASUREMENT FROM "cellthread_record".autogen./^(event|sealed)$/ GROUP BY *`
  );
  const verify = (...more: string[]) => cellthread('audit', 'verify', '--database-prefix', prefix, ...more);
  const read = () => readRecord(admin(), database);
  const write = (...lines: string[]) => influxWrite(admin(), database, lines);
  return {
    write,
    read,
    verify,
    /** Takes a row away. */
    drop: (measurement: string, time: string) =>
      influxQuery(admin(), `DELETE FROM "${measurement}" WHERE time = ${time}`, database),
    async findings(...more: string[]) {
      const { code, out } = await verify('--json', ...more);
      const { days } = JSON.parse(out) as {
        days: Array<{ day: string; findings: Array<{ kind: string; event_id?: string }> }>;
      };
      const found = days.flatMap(({ day, findings }) =>
        findings.map(({ kind, event_id: id }) => [day, kind, id ?? ''].join(' ').trim())
      );
      return { code, found };
    },
    /** Seals a day anew, with all that its hashes must be for it. */
    async reseal(seal: Seal) {
      const { rows } = await read();
      const hashes = rows.filter(({ day }) => day === seal.day).sort((a, b) => a.sha256.localeCompare(b.sha256));
      const root = rootOf(hashes.map((row) => row.sha256));
      const text = JSON.stringify({ ...said(seal), count: hashes.length, root });
      const list = hashes.map(
        ({ id, time, sha256 }, n) =>
          `sealed,seal=${listTag(root)} event_id="${id}",row_time="${time}",sha256="${sha256}" ${Date.parse(seal.day)}${String(n).padStart(6, '0')}`
      );
      const stored = await influxQuery(
        admin(),
        `SELECT text, bucket::tag FROM event WHERE event_id = 'seal-${seal.day}'`,
        database,
        { times: 'ns' }
      );
      const [, , bucket] = stored[0]?.values[0] ?? [];
      const time = rows.find(({ id }) => id === `seal-${seal.day}`)?.time;
      await write(
        ...list,
        `event,site=${site},kind=seal,bucket=${String(bucket)} text=${JSON.stringify(text)} ${time}`
      );
    },
  };
}
let site: string;

beforeAll(async () => {
  await buildBackend(createProgress(() => undefined));
  const [influxPort, mqttPort] = [await freePortBase(), await freePortBase(40_000)];
  [url, mqtt] = [`http://127.0.0.1:${influxPort}`, `mqtt://127.0.0.1:${mqttPort}`];
  parts = [
    await startInflux({ port: influxPort, rpcPort: influxPort + 1, dataDir: folder }),
    await startMosquitto({ port: mqttPort, dataDir: folder }),
  ];
  await cellthread('plan', 'push', '--author', 'test', '--reason', 'a plant to be sealed');
  const noted = [1, 2, 3].map((n) => event(`N-${n}`, first, n));
  await influxWrite(admin(), 'cellthread_record', [...noted, event('N-4', last, 4)]);
  parts.push(await startKeeper({ influxPort, mqttPort, dataDir: folder }));
  const seals = async () =>
    (await influxQuery(admin(), `SELECT text, site::tag FROM event WHERE kind = 'seal'`, 'cellthread_record'))[0]
      ?.values;
  await until('The sealing', async () => (await seals())?.length === 2);
  site = String((await seals())?.[0]?.[2]);
  await parts.pop()?.stop();
}, 300_000);

afterAll(async () => {
  for (const part of parts) {
    await part.stop();
  }
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

test('what the keeper sealed is as it was, in the database and at the broker', async () => {
  const { verify } = await copied();
  expect(await verify('--mqtt', mqtt)).toEqual({
    code: 0,
    out: [`${first}  3 events, as sealed`, `${last}  1 event, as sealed`, '2 events are not sealed yet.'].join('\n'),
  });
});

test('an event that was changed is named, in one word of its text', async () => {
  const { write, verify, findings } = await copied();
  await write(event('N-2', first, 2, 'another note'));
  expect(await findings()).toEqual({ code: 1, found: [`${first} changed N-2`] });
  expect((await verify()).out).toContain(
    `${first}  CHANGED (3 events sealed)\n            event N-2 is not as it was sealed`
  );
  expect((await verify('--from', last)).code).toBe(0);
});

test('an event that was made younger than its day is changed', async () => {
  const { write, findings } = await copied();
  await write(event('N-2', first, 2, undefined, last));
  expect(await findings()).toEqual({ code: 1, found: [`${first} changed N-2`] });
});

test('an event that was taken away is named, and one that was added', async () => {
  const { write, drop, findings } = await copied();
  await drop('event', timeOf(first, 3));
  await write(event('N-9', last, 9));
  expect(await findings()).toEqual({ code: 1, found: [`${first} missing N-3`, `${last} added N-9`] });
});

test('a list of hashes that was changed with its event is told', async () => {
  const { write, read, findings } = await copied();
  const entry = (await read()).lists.get(last)?.[0];
  await write(
    event('N-4', last, 4, 'another note'),
    `sealed,seal=${listTag(rootOf([entry?.sha256 ?? '']))} sha256="${sha256('another')}" ${Date.parse(last)}000000`
  );
  expect(await findings()).toEqual({ code: 1, found: [`${last} list`, `${last} changed N-4`] });
});

test('a seal that was rewritten with its list is told by the next seal, and the last one by the broker', async () => {
  const one = await copied();
  await one.write(event('N-2', first, 2, 'another note'));
  await one.reseal((await one.read()).seals[0]!);
  expect(await one.findings()).toEqual({ code: 1, found: [`${first} seal`] });
  expect(await one.findings('--mqtt', mqtt)).toEqual({ code: 1, found: [`${first} seal`, `${first} broker`] });
  const other = await copied();
  await other.drop('event', timeOf(last, 4));
  await other.reseal((await other.read()).seals[1]!);
  expect(await other.findings()).toEqual({ code: 0, found: [] });
  expect(await other.findings('--mqtt', mqtt)).toEqual({ code: 1, found: [`${last} broker`] });
});

test('a seal that was taken away is told, and all of them by the broker', async () => {
  const { drop, read, findings } = await copied();
  const rows = (await read()).rows.filter(({ kind }) => kind === 'seal');
  await drop('event', rows.find(({ id }) => id === `seal-${first}`)?.time ?? '');
  expect(await findings('--from', first)).toEqual({ code: 1, found: [`${last} seal`] });
  expect(await findings('--mqtt', mqtt)).toEqual({
    code: 1,
    found: [`${first} unsealed`, `${first} broker`],
  });
});

test('a range in which no day was sealed is an error, and no day as sealed', async () => {
  const { verify } = await copied();
  expect(await verify('--from', addDays(last, 1))).toMatchObject({ code: 1, out: expect.stringContaining('no day') });
  expect((await verify('--to', addDays(first, -1))).code).toBe(1);
});

test('a broker that tells no seal is an error: nothing was compared with it', async () => {
  const { verify } = await copied();
  const answer = await verify('--mqtt', mqtt, '--mqtt-user', 'grafana');
  expect(answer).toMatchObject({ code: 1, out: expect.stringContaining('tells no seal') });
});

test('of a day of which the broker keeps no seal it is said that the database alone was asked', async () => {
  const { write, verify } = await copied();
  const next = addDays(last, 1);
  await write(
    `event,site=${site},kind=seal,bucket=7 event_id="seal-${next}",target_id="${next}",text="{}",received_ms=${Date.now()}i ${timeOf(last, 9)}`
  );
  expect((await verify('--mqtt', mqtt)).out).toContain(`The broker keeps no seal of ${next}`);
});

test('a record without seals is an error that says who seals', async () => {
  expect(await cellthread('audit', 'verify', '--database-prefix', 'none_')).toMatchObject({ code: 1 });
  expect(await cellthread('audit', 'verify', '--from', 'monday')).toMatchObject({ code: 2 });
});
