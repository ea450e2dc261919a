import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePortBase, type Part, secretsIn, startInflux } from '@cellthread/stack';
import { defaultPlanPath } from '@cellthread/plan/load';
import { commands } from '../commands';
import { influxLogin, influxQuery, influxWrite } from '../influx';
import { runCli } from '../runCli';
import { readSecret } from '../secrets/readSecret';

const original = readFileSync(defaultPlanPath(), 'utf8');
const first = '2026-01-01T00:00:00+01:00';
let folder: string;
let influx: Part;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cellthread-plan-'));
  const port = await freePortBase();
  influx = await startInflux({ port, rpcPort: port + 1, dataDir: folder });
  url = `http://127.0.0.1:${port}`;
}, 90_000);

afterAll(async () => {
  await influx?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const admin = () => influxLogin(url, 'admin', readSecret(secretsIn(folder), 'influxdb', 'admin'));

async function cellthread(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(commands, args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Every test has databases of its own; the same server holds all. */
function plant(prefix: string) {
  // Prefixes of the tests' own: only the administrator may create databases.
  const server = ['--url', url, '--database-prefix', prefix, '--secrets', secretsIn(folder), '--user', 'admin'];
  return {
    push(text: string, ...args: string[]) {
      const file = path.join(folder, `${prefix}plan.yaml`);
      writeFileSync(file, text);
      return cellthread('plan', 'push', file, ...server, '--author', 'ann', ...args);
    },
    diff(text: string, ...args: string[]) {
      const file = path.join(folder, `${prefix}next.yaml`);
      writeFileSync(file, text);
      return cellthread('plan', 'diff', file, ...server, ...args);
    },
    show: (...args: string[]) => cellthread('plan', 'show', ...server, ...args),
    async fields(characteristic: string, ...args: string[]): Promise<Record<string, unknown>> {
      const { out } = await this.show('--json', ...args);
      const rows = out.split('\n').map((line) => JSON.parse(line) as Record<string, Record<string, unknown>>);
      const found = rows.find(
        ({ measurement, tags }) =>
          String(measurement) === 'characteristic' &&
          tags?.['characteristic'] === characteristic &&
          tags['product'] === '*'
      );
      return found?.['fields'] ?? {};
    },
  };
}

const narrowed = original.replace(
  'spec: { lsl: 788, target: 800, usl: 812 }',
  'spec: { lsl: 790, target: 800, usl: 810 }'
);

/** The plan without one characteristic, and without the limits and actions that name it. */
function without(characteristic: string): string {
  return original
    .replace(new RegExp(`      - id: ${characteristic}\\n(?:        .*\\n| {8,}.*\\n)*`), '')
    .replace(new RegExp(`  - station: \\w+\\n    characteristic: ${characteristic}\\n(?:    .*\\n)*`, 'g'), '')
    .replace(new RegExp(`, mends: \\[${characteristic}\\]`, 'g'), '');
}

test('what was pushed is shown again, whole', async () => {
  const { push, show } = plant('whole_');
  expect(await push(original)).toMatchObject({ code: 0, err: '' });
  const { out } = await show('--at', '2026-02-01');
  expect(out).toMatch(/filling\s+fill_mass\s+\*\s+\*\s+788\s+800\s+812\s+g\s+xbar-r\s+1/);
  expect(out).toMatch(/filling\s+fill_mass\s+lfp-105\s+\*\s+412\s+420\s+428/);
  expect(out).toMatch(/filling\s+fill_mass\s+lfp-202\s+equipment=filler-02\s+normal\s+799\.8/);
  expect(out).toMatch(/buckets\s+4096/);
}, 30_000);

test('a first push creates the five databases with their retention', async () => {
  const { push } = plant('fresh_');
  const { out } = await push(original);
  expect(out).toContain('Created fresh_visits, fresh_index, fresh_record, fresh_curve, fresh_rejected.');
  const [policy] = await influxQuery(admin(), 'SHOW RETENTION POLICIES ON "fresh_record"');
  expect(policy?.values[0]?.slice(0, 2)).toEqual(['autogen', '131520h0m0s']);
}, 30_000);

test('the same plan again writes nothing', async () => {
  const { push } = plant('same_');
  await push(original);
  expect((await push(original)).out).toMatch(/^Nothing to do: all \d+ rows say already what the plan says\.$/);
}, 30_000);

test('by what times of simulated records are divided stays with the next push of the plan, and is no part of it', async () => {
  const { push, show } = plant('simulated_');
  await push(original, '--compressed', '150');
  expect((await show()).out).toMatch(/compressed\s+150/);
  expect((await push(original)).out).toMatch(/^Nothing to do/);
  expect((await push(narrowed)).out).toMatch(/1 row written, 0 withdrawn/);
  expect((await show()).out).toMatch(/compressed\s+150/);
  expect((await push(narrowed, '--compressed', '1')).out).toMatch(/1 row written, 0 withdrawn/);
  expect((await push(original, '--compressed', 'half')).err).toContain('--compressed half: say by what');
}, 60_000);

test('a changed limit is one new row, and last month is judged by last month’s limits', async () => {
  const p = plant('changed_');
  await p.push(original);
  const { out } = await p.push(narrowed, '--effective-from', '2026-06-01T06:00:00+02:00', '--reason', 'customer');
  expect(out).toMatch(/^Pushed revision 2, in force from 2026-06-01T04:00:00Z: 1 row written, 0 withdrawn/);
  expect(await p.fields('fill_mass', '--at', '2026-05-31')).toMatchObject({ lsl: 788, usl: 812 });
  expect(await p.fields('fill_mass', '--at', '2026-06-02')).toMatchObject({ lsl: 790, usl: 810 });
}, 30_000);

test('a correction of the past holds from then on, and what was known before stays answerable', async () => {
  const p = plant('corrected_');
  await p.push(original);
  const { out } = await p.show('--json', '--at', '2026-02-01');
  const { recorded_ms } = JSON.parse(out.split('\n')[0] ?? '') as { recorded_ms: number };
  await p.push(narrowed, '--effective-from', first);
  expect(await p.fields('fill_mass', '--at', '2026-02-01')).toMatchObject({ usl: 810 });
  expect(
    await p.fields('fill_mass', '--at', '2026-02-01', '--known-at', new Date(recorded_ms).toISOString())
  ).toMatchObject({ usl: 812 });
}, 30_000);

test('a removed characteristic is withdrawn with its limits, and still there for the time before', async () => {
  const p = plant('removed_');
  await p.push(original);
  const { out } = await p.push(without('cell_length'), '--effective-from', '2026-06-01');
  // The station's, and the limits of alarms of routes, which have fewer monitors.
  expect(out).toMatch(/: 4 rows written, 4 withdrawn/);
  expect(await p.fields('cell_length', '--at', '2026-05-31')).toMatchObject({ usl: 207.5 });
  expect((await p.show('--at', '2026-06-02')).out).not.toMatch(/case_welding\s+cell_length/);
}, 30_000);

test('a dry run lists the rows and writes none', async () => {
  const p = plant('dry_');
  const { out, code } = await p.push(original, '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('  write    characteristic filling fill_mass (revision 1, from 2025-12-31T23:00:00Z)');
  expect(await p.show()).toMatchObject({ code: 1, err: expect.stringContaining('no plan was ever pushed') });
}, 30_000);

test('a diff says what a push would add, change and withdraw, a line each, and ends with 3', async () => {
  const p = plant('diff_');
  await p.push(original);
  const added = narrowed.replace(
    '      - id: fill_vacuum\n',
    '      - { id: seal_code, name: Seal, unit: none, type: text }\n      - id: fill_vacuum\n'
  );
  const { code, out } = await p.diff(added, '--effective-from', '2026-06-01');
  expect(code).toBe(3);
  const lines = out.split('\n');
  expect(lines).toContain('changed    characteristic filling fill_mass: lsl 788 → 790, usl 812 → 810');
  expect(lines).toContain('added      characteristic filling seal_code');
  expect(lines.at(-1)).toMatch(
    /^A push would write \d+ rows, in force from 2026-06-01T00:00:00Z; \d+ stay as they are\.$/
  );
  expect((await p.diff(without('cell_length'))).out).toContain('withdrawn  characteristic case_welding cell_length\n');
}, 30_000);

test('a diff before the first push adds every row and creates nothing', async () => {
  const { code, out } = await plant('unpushed_').diff(original);
  expect(code).toBe(3);
  expect(out).toContain('added      station filling\n');
  const [databases] = await influxQuery(admin(), 'SHOW DATABASES');
  expect(databases?.values.flat().filter((name) => String(name).startsWith('unpushed_'))).toEqual([]);
}, 30_000);

test('a diff with what is pushed already says that there is nothing to do, and ends with 0', async () => {
  const p = plant('agrees_');
  await p.push(original);
  expect(await p.diff(original)).toEqual({
    code: 0,
    out: expect.stringMatching(/^Nothing to do: all \d+ rows say already what the plan says\.$/),
    err: '',
  });
}, 30_000);

test('a plan is named by its plant’s folder or by its file, not by both', async () => {
  const dir = path.join(folder, 'elsewhere');
  mkdirSync(dir);
  writeFileSync(path.join(dir, 'plan.yaml'), original.replace('number: CP-0202', 'number: CP-7'));
  expect((await cellthread('plan', 'check', '--plant', dir)).out).toMatch(
    /^CP-7 \(document revision 1\) is valid: 2 sites, /
  );
  expect(await cellthread('plan', 'check', 'x.yaml', '--plant', dir)).toMatchObject({ code: 2 });
  expect((await cellthread('plan', 'check', '--plant', folder)).err).toContain(`${folder} is no folder of a plant`);
});

test('rows that take effect later are told to whoever pushes into the past', async () => {
  const p = plant('later_');
  await p.push(original);
  await p.push(narrowed, '--effective-from', '2026-06-01');
  const { err } = await p.push(original, '--effective-from', '2026-03-01');
  expect(err).toMatch(/^1 rows pushed before take effect later \(from 2026-06-01T00:00:00Z\)/);
}, 30_000);

test('every line of line protocol arrives with the type its column states', async () => {
  await plant('types_').push(original);
  const series = await influxQuery(admin(), 'SHOW FIELD KEYS FROM "characteristic"', 'types_record');
  const types = Object.fromEntries((series[0]?.values ?? []) as Array<[string, string]>);
  expect(types).toMatchObject({
    usl: 'float',
    order: 'integer',
    name: 'string',
    active: 'boolean',
    revision: 'integer',
  });
}, 30_000);

test('a characteristic that is stored as a number cannot be planned as a text, nor the other way', async () => {
  const p = plant('retyped_');
  await p.push(original);
  await influxWrite(admin(), 'retyped_visits', ['filling,site=de1 fill_mass=800,seal_code="A" 1767225600000000000']);
  const retyped = (over: string) =>
    original.replace('      - id: fill_vacuum\n', `      - { ${over} }\n      - id: fill_vacuum\n`);
  expect(await p.push(retyped('id: seal_code, name: Seal, unit: none, type: text'))).toMatchObject({
    code: 0,
    err: '',
  });
  expect(await p.push(retyped('id: seal_code, name: Seal, unit: none, type: count'))).toEqual({
    code: 1,
    out: '',
    err:
      'cellthread plan push: filling seal_code is planned as count and stored as string. ' +
      'A field of InfluxDB keeps its type: give the characteristic another id. Nothing was written.',
  });
}, 30_000);

test('a station that no plan holds is named', async () => {
  const p = plant('unknown_');
  await p.push(original);
  expect(await p.show('--station', 'fillling')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/station "fillling" was in no plan in force at/),
  });
}, 30_000);
