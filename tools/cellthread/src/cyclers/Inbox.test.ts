import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Inbox, type InboxOptions, largest } from './Inbox';
import type { Refusal } from './rejectedLine';

const now_ms = Date.parse('2026-11-28T12:00:00Z');
const head = `Today's Date 11/20/2026\tComment/Barcode: CELL-1
Rec#\tCyc#\tStep\tTest (Sec)\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tDPt Time
`;
const line = (n: number) => `${n}\t1\t1\t${n}.0000\t0.1\t0.3\t2.5\t3.3\tC\t11/20/2026 08:00:0${n}\n`;

let folder: string;
let stored: string[];
let refused: Refusal[];
let away: boolean;
let inbox: Inbox;

function inboxOptions(): InboxOptions {
  return {
    folder,
    rest_ms: 10_000,
    settings: (at) => ({ now_ms: at, keep_days: 90, time_zone: 'UTC', equipment: () => 'maccor-01' }),
    store: (lines) => {
      if (away) {
        return Promise.reject(new Error('InfluxDB does not answer'));
      }
      stored.push(...lines);
      return Promise.resolve();
    },
    refuse: (refusals) => Promise.resolve(void refused.push(...refusals)),
  };
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cellthread-inbox-'));
  stored = [];
  refused = [];
  away = false;
  inbox = new Inbox(inboxOptions());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file so many seconds after now. */
function put(
  name: string,
  text: string,
  after_s = -60,
  write: (file: string, text: string) => void = writeFileSync
): void {
  write(path.join(folder, name), text);
  utimesSync(path.join(folder, name), now_ms / 1000 + after_s, now_ms / 1000 + after_s);
}
const rounds = async (...seconds: number[]) => {
  for (const second of seconds) {
    await inbox.round(now_ms + second * 1000);
  }
};
const files = (place = '.') =>
  readdirSync(path.join(folder, place), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

test('a file is read when it has been watched at rest, not at the first look', async () => {
  put('x.001', head + line(1));
  await rounds(0, 9);
  expect([stored.length, files()]).toEqual([0, ['x.001']]);
  await rounds(10);
  expect([stored.length, files(), files('finished')]).toEqual([1, [], ['x.001']]);
});

test('a file that still grows is waited for, and then stored whole', async () => {
  put('x.001', head + line(1));
  await rounds(0, 5);
  put('x.001', line(2), 6, appendFileSync);
  await rounds(8, 12, 17);
  expect(stored).toEqual([]);
  await rounds(18);
  expect(stored).toHaveLength(2);
});

test('a change of the time of writing alone is a change: somebody writes at the same length', async () => {
  put('x.001', head + line(1));
  await rounds(0, 5);
  put('x.001', head + line(2), 6);
  await rounds(7, 15);
  expect(stored).toEqual([]);
});

test('while the database is away the file waits, and is stored when it is back', async () => {
  put('x.001', head + line(1));
  away = true;
  await rounds(0);
  await expect(inbox.round(now_ms + 10_000)).rejects.toThrow('InfluxDB does not answer');
  expect([files(), refused]).toEqual([['x.001'], []]);
  away = false;
  await rounds(11);
  expect([stored.length, files('finished')]).toEqual([1, ['x.001']]);
});

test('a reader killed between storing and putting aside stores the same rows again', async () => {
  put('x.001', head + line(1) + line(2));
  await rounds(0, 10);
  const first = [...stored];
  put('x.001', head + line(1) + line(2));
  inbox = new Inbox(inboxOptions());
  await rounds(20, 30);
  expect(stored.slice(first.length)).toEqual(first);
  expect(files('finished')).toEqual(['x.001']);
});

test('another file of the same name overwrites neither in finished nor in failed', async () => {
  for (const text of [head + line(1), head + line(1) + line(2), 'not an export', 'neither']) {
    put('x.001', text);
    inbox = new Inbox(inboxOptions());
    await rounds(0, 10);
  }
  expect([files('finished'), files('failed')]).toEqual([
    ['x.001', 'x.001~1'],
    ['x.001', 'x.001~1'],
  ]);
});

test('a refused file is told once, with its name and reason, and keeps nobody else waiting', async () => {
  put('a.txt', 'Dear Sir');
  put('b.001', head + line(1));
  await rounds(0, 10, 20);
  expect(refused).toEqual([
    { file: 'a.txt', problem: 'its layout is not known; its first line is "Dear Sir"', shown: 'Dear Sir' },
  ]);
  expect([stored.length, files('failed')]).toEqual([1, ['a.txt']]);
});

test('an empty file, and one of another machine’s future, are told', async () => {
  put('empty.csv', '');
  put('future.001', head + line(1).replace('11/20/2026', '12/20/2026'), 0);
  await rounds(0, 10, 20);
  expect(refused.map(({ file, problem }) => [file, problem.slice(0, 30)])).toEqual([
    ['empty.csv', 'it is empty'],
    ['future.001', '"12/20/2026 08:00:01" and the '],
  ]);
});

test('a file above the bound is refused without being read', async () => {
  put('x.001', '');
  writeFileSync(path.join(folder, 'x.001'), Buffer.alloc(largest + 1));
  utimesSync(path.join(folder, 'x.001'), now_ms / 1000, now_ms / 1000);
  await rounds(0, 10);
  expect(refused[0]?.problem).toBe('it has 64 MB, more than the 64 MB that are read: export it in parts');
});

test('a fault in reading one file costs only that file', async () => {
  const settings = (at: number) => ({
    now_ms: at,
    keep_days: 90,
    time_zone: 'UTC',
    equipment: () => {
      throw new Error('no equipment');
    },
  });
  put('x.001', head + line(1));
  put('y.txt', 'Dear Sir');
  inbox = new Inbox({ ...inboxOptions(), settings });
  await rounds(0, 10);
  expect(refused.map(({ file, problem }) => [file, problem.slice(0, 60)])).toEqual([
    ['x.001', 'reading it failed, which is a fault of Cellthread: no equipme'.slice(0, 60)],
    ['y.txt', 'its layout is not known; its first line is "Dear Sir"'],
  ]);
});

test('a copy on its way is left alone until it has its name', async () => {
  put('x.001.part', head + line(1));
  await rounds(0, 10, 20);
  expect([stored, refused, files()]).toEqual([[], [], ['x.001.part']]);
  await rounds(610);
  expect(refused).toEqual([
    { file: 'x.001.part', problem: 'it has the name of a copy on its way, and nothing came any more', shown: '' },
  ]);
});

test('a folder and a link are told once and left alone', async () => {
  mkdirSync(path.join(folder, '2026-11'));
  symlinkSync('/nowhere', path.join(folder, 'x.001'));
  await rounds(0, 10, 20);
  expect(refused.map(({ file, problem }) => `${file}: ${problem}`).sort()).toEqual([
    '2026-11: it is a folder: copy the files themselves',
    'x.001: it is a link: copy the files themselves',
  ]);
});

test('a file that cannot be put aside is stored once and told once, until it changes', async () => {
  put('x.001', head + line(1));
  symlinkSync('/dev/null', path.join(folder, 'finished'));
  await rounds(0, 10, 11, 12);
  expect(stored).toHaveLength(1);
  expect(refused.map(({ file }) => file)).toEqual(['finished', 'x.001']);
});

test('an export waits for its side file; one that comes alone is told', async () => {
  const data = `Data_Point,Test_Time,DateTime,Step_Index,Cycle_Index,Current,Voltage,Charge_Capacity,Discharge_Capacity,Charge_Energy,Discharge_Energy,Temperature
1,0,1795000000,1,1,1.0,3.3,0.1,0.0,0.3,0.0,25.0
`;
  put('x_CH7.csv', data);
  await rounds(0, 10);
  put('x_CH7_Metadata.csv', ',Item_ID\n0,"0042"\n', 11);
  await rounds(11, 20);
  expect([stored, refused]).toEqual([[], []]);
  await rounds(21);
  expect(stored[0]).toMatch(/^curve,equipment=maccor-01,position=7 cell_id="0042",/);
  expect(files('finished')).toEqual(['x_CH7.csv', 'x_CH7_Metadata.csv']);
  put('y_CH8_Metadata.csv', ',Item_ID\n0,"0043"\n', 22);
  await rounds(22, 32, 640);
  expect(refused).toEqual([
    { file: 'y_CH8_Metadata.csv', problem: 'the export that it belongs to did not come', shown: '' },
  ]);
});

test('two barcodes in a side file are one too many', async () => {
  put('x_CH7.csv', 'Data_Point,Test_Time,DateTime,Current,Voltage\n1,0,1795000000,1.0,3.3\n');
  put('x_CH7_Metadata.csv', ',Item_ID\n0,A1\n1,A2\n');
  await rounds(0, 10);
  expect(refused[0]?.problem).toBe('its side file names 2 barcodes in Item_ID: A1, A2');
});

test('a file that nobody may read is told once, and the others are read', async () => {
  put('a.001', head + line(1));
  put('b.001', head + line(1));
  chmodSync(path.join(folder, 'a.001'), 0);
  const allowed = process.getuid?.() === 0; // root may read everything
  await rounds(0, 10, 20);
  expect(stored).toHaveLength(allowed ? 2 : 1);
  expect(refused.map(({ file }) => file)).toEqual(allowed ? [] : ['a.001']);
});
