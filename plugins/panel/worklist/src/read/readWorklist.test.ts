import { type DataFrame, FieldType, toDataFrame } from '@grafana/data';
import { fits } from '../actions/actions';
import { entriesOf } from '../actions/statements';
import { began, held, holdsFrame, outOfSpec, seenFrame, signalsFrame, wavering } from '../testing/frames';
import { english } from '../words/english';
import { readWorklist } from './readWorklist';
import { type Worklist } from './Worklist';

const read = (...series: DataFrame[]) => readWorklist(series, 'auto', english) as Worklist;

test('a signal reads as its sentence, since when, where and how bad', () => {
  expect(read(signalsFrame(outOfSpec({ decided: 'hold' })))).toMatchObject({
    list: 'signals',
    rows: [
      {
        sentence: 'C1: fill mass below spec',
        sinceMs: began,
        target: { type: 'cell', id: 'C1' },
        shown: { equipment: 'filler-02', severity: 'Critical', decided: 'on hold', action: 'Top it up.' },
      },
    ],
  });
});

test('of a signal it is said how it stands, what was done and what became of that', () => {
  const { rows } = read(
    signalsFrame(
      wavering({ standing: 'open' }),
      wavering({ position: 'nozzle-5', standing: 'acted', response: 'Cleaned, 12 min ago: 17 of 30 cells came' })
    )
  );
  expect(rows.map(({ shown: { standing, response } }) => [standing, response])).toEqual([
    ['', ''],
    ['being proved', 'Cleaned, 12 min ago: 17 of 30 cells came'],
  ]);
});

test.each([
  [{}, { type: 'equipment', id: 'filler-02' }],
  [{ lot: 'EL-1' }, { type: 'lot', id: 'EL-1' }],
  [{ equipment: '' }, { type: 'station', id: 'filling' }],
  [
    { equipment: '', station: '' },
    { type: 'line', id: 'l1' },
  ],
  [{ equipment: '', station: '', line: '' }, null],
])('a signal of no cell is about the narrowest that it names: %j', (over, target) => {
  expect(read(signalsFrame(wavering(over))).rows[0]!.target).toEqual(target);
});

test('what stands in place of rows is a sentence about the list, and no row', () => {
  const none = { kind: '', sentence: 'Nothing is wrong at the 3 stations.' };
  const rest = { kind: 'overflow', sentence: '', value: 12 };
  expect(read(signalsFrame(outOfSpec(), none, rest))).toMatchObject({
    rows: [{}],
    notes: ['Nothing is wrong at the 3 stations.', '12 more are not listed.'],
  });
});

test('holds are listed with who placed them and what they are held for, the newest first', () => {
  const { list, rows } = read(
    holdsFrame(held(), held({ time: began + 1, hold_id: 'hold-2', author: 'edgar', disposition: 'rework' }))
  );
  expect(list).toBe('holds');
  expect(rows.map(({ holdId, shown }) => [holdId, shown.author, shown.decided])).toEqual([
    ['hold-2', 'edgar', 'to rework'],
    ['hold-1', 'cellthread', ''],
  ]);
});

test('what passed its rework says so, and is still a hold to be released by somebody', () => {
  const { rows } = read(holdsFrame(held({ proof: 'verified' }), held({ hold_id: 'hold-2', proof: 'not-effective' })));
  expect(rows.map(({ holdId, shown }) => [holdId, shown.standing])).toEqual([
    ['hold-1', 'passed its rework, may be released'],
    ['hold-2', 'failed its rework'],
  ]);
});

test('a hold says where its item was seen last, what came of looking at it again, and by which badge it was placed', () => {
  const where = { whereabouts: 'seen', last_station: 'formation', last_equipment: 'rack-01', carrier: 'TRAY-9' };
  const [row] = read(
    seenFrame(held({ ...where, last_seen: began, inspected: 'ok', decided_against: 2, author: 'edgar', badge: '4711' }))
  ).rows;
  expect(row).toMatchObject({
    held: { state: 'seen', seenMs: began, inspected: 'ok', against: 2 },
    shown: {
      whereabouts: 'formation · rack-01 · in TRAY-9',
      inspected: 'looked at again: good',
      author: 'edgar · 4711',
    },
  });
});

test.each([
  [{ whereabouts: 'not-known' }, 'not known where it is'],
  [{ whereabouts: 'not-looked-up' }, 'not looked up where it is'],
  [{ whereabouts: 'several', target_type: 'lot' }, ''],
  [{ whereabouts: 'several', target_type: 'equipment', held_visits: 612 }, 'visits held so far: 612'],
  [{ whereabouts: 'seen', last_station: 'coating', from_m: 12, to_m: 24.5 }, '12 to 24.5 m · coating'],
  [{ whereabouts: 'not-known', from_m: 12 }, 'from 12 m on · not known where it is'],
])('of what was not seen it says why, of a roll which metres: %j', (over, text) => {
  expect(read(seenFrame(held(over))).rows[0]!.shown.whereabouts).toBe(text);
});

test('holds of which nobody asked where they are say nothing of it', () => {
  expect(read(holdsFrame(held())).rows[0]).toMatchObject({ held: null, shown: { whereabouts: '', inspected: '' } });
});

test('what was sent to rework is listed where the query says that it waits, and decided about by the event that sent it', () => {
  const sent = held({ kind: 'rework', hold_id: 'event-7', disposition: 'rework', text: 'top it up' });
  const { rows } = read(holdsFrame(sent, { ...sent, hold_id: '' }));
  expect(rows).toMatchObject([{ holdId: 'event-7', sentence: 'top it up', shown: { decided: 'to rework' } }]);
});

test('of other events only holds are listed', () => {
  expect(read(holdsFrame(held(), held({ kind: 'note', hold_id: '' }))).rows).toHaveLength(1);
});

test('the same row keeps its key in another answer, and no two share one', () => {
  const keys = (...rows: object[]) => read(signalsFrame(...(rows as never[]))).rows.map(({ key }) => key);
  const [first, second] = keys(outOfSpec(), outOfSpec({ characteristic: 'fill_vacuum' }));
  expect(keys(outOfSpec({ characteristic: 'fill_vacuum', value: 3 }))).toEqual([second]);
  expect(first).not.toBe(second);
});

test('what the data source warns of is kept', () => {
  const frame = holdsFrame();
  frame.meta = { notices: [{ severity: 'warning', text: 'The newest are cut.' }] };
  expect(read(frame)).toMatchObject({ rows: [], warnings: ['The newest are cut.'] });
});

test('data that are no list say how to ask for one', () => {
  const other = toDataFrame({ fields: [{ name: 'value', type: FieldType.number, values: [1] }] });
  expect(readWorklist([other], 'auto', english)).toMatchObject({ title: 'No list of signals or holds' });
  expect(readWorklist([holdsFrame(held())], 'signals', english)).toMatchObject({
    title: 'No list of signals or holds',
  });
});

test('a line is listed with its shift, and what is said is said of it', () => {
  const frame = toDataFrame({
    fields: [
      { name: 'site', values: ['de1', 'de1'] },
      { name: 'line', values: ['line-1', 'line-2'] },
      { name: 'name', values: ['Line 1', ''] },
      { name: 'shift', values: ['A', ''] },
      { name: 'from', type: FieldType.time, values: [1000, 2000] },
    ],
  });
  const { rows, list } = readWorklist([frame], 'auto', english) as Worklist;
  expect(list).toBe('lines');
  expect(rows.map(({ sentence }) => sentence)).toEqual(['Line 1 · shift A', 'line-2 · between shifts']);
  expect(entriesOf('note', rows, () => 'key')[0]!.statement).toEqual({
    kind: 'note',
    site: 'de1',
    ...{ target_type: 'line', target_id: 'line-1' },
  });
  expect(fits('hold', rows[0]!)).toBe(false);
});
