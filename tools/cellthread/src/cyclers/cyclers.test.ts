import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '@cellthread/install';
import { freePortBase, type Part, secretsIn, startInflux, startPart, until } from '@cellthread/stack';
import { commands } from '../commands';
import { influxLogin, influxQuery } from '../influx';
import { runCli } from '../runCli';
import { readSecret } from '../secrets/readSecret';

let dataDir: string;
let influx: Part;
let url: string;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-cyclers-'));
  const port = await freePortBase();
  influx = await startInflux({ port, rpcPort: port + 1, dataDir });
  url = `http://127.0.0.1:${port}`;
}, 90_000);

afterAll(async () => {
  await influx?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

/** An export of the last hour: the database drops what is older than its retention. */
function putExport(folder: string): void {
  const begin = Math.floor(Date.now() / 1000) - 3600;
  const header =
    'Data_Point,Test_Time,DateTime,Step_Index,Cycle_Index,Current,Voltage,Charge_Capacity,Discharge_Capacity';
  const lines = [0, 30, 60].map((s) => `${s / 30},${s},${begin + s},1,1,1.0,3.3,0.1,0.0`);
  writeFileSync(path.join(folder, 'now_CH7.csv'), `${[header, ...lines].join('\n')}\n`);
  writeFileSync(path.join(folder, 'now_CH7_Metadata.csv'), ',Item_ID\n0,"0042"\n');
}

const options = (folder: string) => [
  '--folder',
  folder,
  '--url',
  url,
  '--secrets',
  secretsIn(dataDir),
  '--rest',
  '0.2',
];

test('the user that writes stores curves and rejected inputs, and the command ends when it is told to', async () => {
  const folder = path.join(dataDir, 'in');
  const part = startPart({
    name: 'cyclers',
    command: process.execPath,
    args: [path.join(root, 'tools/cellthread/bin/cellthread.mjs'), 'cyclers', ...options(folder)],
    logFile: path.join(dataDir, 'logs', 'cyclers.log'),
  });
  try {
    await until('The folder', () => existsSync(folder), { failed: part.endedBecause });
    putExport(folder);
    writeFileSync(path.join(folder, 'letter.018'), 'Dear Sir,\n');
    const moved = () =>
      ['finished/now_CH7.csv', 'failed/letter.018'].every((file) => existsSync(path.join(folder, file)));
    await until('The reading of two files', moved, { failed: part.endedBecause });
  } finally {
    await part.stop();
  }
  expect(part.endedBecause()).toMatch(/^cyclers ended with code 0/);
  const admin = influxLogin(url, 'admin', readSecret(secretsIn(dataDir), 'influxdb', 'admin'));
  const [curve] = await influxQuery(
    admin,
    "SELECT count(voltage) FROM curve WHERE cell_id = '0042'",
    'cellthread_curve'
  );
  const [rejected] = await influxQuery(admin, 'SELECT topic, detail FROM rejected', 'cellthread_rejected');
  expect(curve?.values[0]?.[1]).toBe(3);
  expect(rejected?.values.map((row) => row.slice(1))).toEqual([
    ['cyclers/letter.018', 'letter.018: its layout is not known; its first line is "Dear Sir,"'],
  ]);
}, 60_000);

test('--once reads what lies there and ends; wrong options are told', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellthread-cyclers-'));
  const lines: string[] = [];
  const output = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  const run = (...args: string[]) => runCli(commands, ['cyclers', ...args], output);
  putExport(folder);
  expect(await run(...options(folder), '--once')).toBe(0);
  expect(lines).toEqual(['2 files were read.']);
  for (const [wrong, told] of [
    [[], '--folder is missing.'],
    [['--folder', folder, '--dates', 'ymd'], '--dates "ymd": write mdy or dmy.'],
    [['--folder', folder, '--time-zone', 'X/Y'], '--time-zone "X/Y" is none: write for example Europe/Berlin.'],
    [['--folder', folder, '--rest=-1'], '--rest "-1" is not a number above 0.'],
  ] as Array<[string[], string]>) {
    lines.length = 0;
    expect([await run(...wrong), lines[0]]).toEqual([2, told]);
  }
  rmSync(folder, { recursive: true });
}, 30_000);
