import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import { readWorklist } from '../read/readWorklist';
import { type Worklist } from '../read/Worklist';
import { held, holdsFrame, seenFrame } from '../testing/frames';
import { english } from '../words/english';
import { german } from '../words/german';
import { SampleNote } from './SampleNote';

type Over = Parameters<typeof held>[0];

const rowsOf = (holds: Over[]) =>
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
const of = (n: number, over: Over) => Array.from({ length: n }, () => over);

function note(holds: Over[], words = english) {
  const { unmount } = render(<SampleNote released={rowsOf(holds)} others={[]} words={words} />);
  const text = screen.getByTestId('cellthread-worklist-sample').textContent;
  unmount();
  return text;
}

test('29 of 29 good prove 90.18 % good, in both languages, and it says what 90, 95 and 99 % take', () => {
  const holds = [...of(29, { inspected: 'ok' }), ...of(11, {})];
  expect(note(holds)).toContain('of 40 held for this 29 were looked at again there: 29 good, 0 bad.');
  expect(note(holds)).toContain('29 of 29 good prove at 95 % confidence that at least 90.18 % are good.');
  expect(note(holds)).toContain('To prove 90 %, 95 %, 99 % it takes 29, 59, 299 looked at again, none of them bad.');
  expect(note(holds, german)).toContain(
    '29 von 29 gut beweisen mit 95 % Sicherheit, dass mindestens 90,18 % gut sind.'
  );
});

test('a bad one that is to be released is told, and counts', () => {
  const text = note([...of(45, { inspected: 'ok' }), { inspected: 'nok' }, {}]);
  expect(text).toContain('Of what is released 1 was bad when looked at again.');
  expect(text).toContain('45 of 46 good prove at 95 % confidence that at least 90.09 % are good.');
  expect(text).toContain('it takes 46, 93, 473 looked at again, no more of them bad than 1.');
});

test('what was decided against since counts as bad', () => {
  const text = note([...of(45, { inspected: 'ok', decided_against: 1 }), { decided_against: 1 }]);
  expect(text).toContain('1 more was scrapped, reworked or downgraded and counts as bad');
  expect(text).toContain('45 of 46 good prove');
});

test('where each was looked at again nothing is left to prove', () => {
  const text = note(of(3, { inspected: 'ok' }));
  expect(text).toContain('of 3 held for this 3 were looked at again there: 3 good, 0 bad. These are all of them.');
  expect(text).not.toContain('confidence that');
});

test('where none was looked at again nothing is proved, and it says what would be', () => {
  const text = note([{}]);
  expect(text).toContain('Of 1 item held for the same none was looked at again where it was held.');
  expect(text).not.toContain('confidence that');
  expect(text).toContain('it takes 29, 59, 299');
});

test('of a lot it says that it is not counted', () => {
  expect(note([{ target_type: 'lot', target_id: 'EL-1', whereabouts: 'several' }])).toContain(
    'Of 1 hold on a lot, tray, machine or place, or naming no station, nothing is counted here'
  );
});

test('of a lot those count that its station measured since', () => {
  const lot = { target_type: 'lot', target_id: 'EL-1', whereabouts: 'several', sample_good: 58, sample_bad: 0 };
  const text = note([lot]);
  expect(text).toContain('EL-1 · filling: of it 58 were measured there since it is held: 58 good, 0 bad.');
  expect(text).toContain('58 of 58 good prove at 95 % confidence that at least 94.96 % are good.');
  expect(note([{ ...lot, sample_good: 0 }])).toContain('nothing is counted here');
  expect(note([lot], german)).toContain('davon wurden 58 dort seit der Sperre gemessen: 58 gut, 0 schlecht.');
});

test('where the data do not tell it says nothing', () => {
  const { rows } = readWorklist([holdsFrame(held())], 'holds', english) as Worklist;
  render(<SampleNote released={rows} others={[]} words={english} />);
  expect(screen.queryByTestId('cellthread-worklist-sample')).not.toBeInTheDocument();
});
