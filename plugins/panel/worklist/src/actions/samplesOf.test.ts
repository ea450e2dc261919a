import { readWorklist } from '../read/readWorklist';
import { type Worklist } from '../read/Worklist';
import { held, holdsFrame, seenFrame } from '../testing/frames';
import { english } from '../words/english';
import { samplesOf } from './samplesOf';

const rowsOf = (...holds: Array<Parameters<typeof held>[0]>) =>
  (
    readWorklist(
      [
        seenFrame(
          ...holds.map((over, i) => held({ whereabouts: 'seen', target_id: `C${i}`, hold_id: `hold-${i}`, ...over }))
        ),
      ],
      'holds',
      english
    ) as Worklist
  ).rows;

test('a sample is of all that is held for the reason: bad ones that are not chosen count', () => {
  const rows = rowsOf({ inspected: 'ok', decided_against: 3 }, { inspected: 'ok' }, { inspected: 'nok' }, {});
  expect(samplesOf(rows.slice(0, 1), rows.slice(1))).toEqual([
    expect.objectContaining({ items: 4, good: 2, bad: 1, against: 3, unseen: 0 }),
  ]);
});

test('what is held for another reason is in no sample, or in one of its own', () => {
  const rows = rowsOf({ inspected: 'ok' }, { inspected: 'ok', equipment: 'filler-03' });
  expect(samplesOf(rows.slice(0, 1), rows.slice(1))).toMatchObject([{ items: 1, good: 1 }]);
  expect(samplesOf(rows, [])).toHaveLength(2);
});

test('the largest sample comes first', () => {
  const rows = rowsOf({ equipment: 'filler-03' }, { inspected: 'ok' });
  expect(samplesOf(rows, []).map(({ good }) => good)).toEqual([1, 0]);
});

test('an item of two holds counts once, and is bad where either says so', () => {
  const rows = rowsOf({ target_id: 'C0', inspected: 'nok' }, { target_id: 'C0', inspected: '' }, { inspected: 'ok' });
  expect(samplesOf(rows, [])).toMatchObject([{ items: 2, good: 1, bad: 1 }]);
});

test('what was not looked up is told; lots, and holds of which nothing was asked, are in no sample', () => {
  const rows = rowsOf({ whereabouts: 'not-looked-up' }, { whereabouts: 'several', target_type: 'lot' });
  expect(samplesOf(rows, [])).toMatchObject([{ items: 1, good: 0, unseen: 1 }]);
  expect(samplesOf(rowsOf({ station: '', inspected: 'ok' }), [])).toEqual([]);
  const { rows: unasked } = readWorklist([holdsFrame(held())], 'holds', english) as Worklist;
  expect(samplesOf(unasked, [])).toEqual([]);
});
