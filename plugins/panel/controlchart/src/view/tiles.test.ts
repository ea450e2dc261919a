import { type StreamReport } from '@cellthread/chart';
import { grid, isOdd, leftOut, mostTiles, oddOnes, shownStreams } from './tiles';

const report = (signals: number, points = 100) => ({ signals, points, expectedRate: 0.01 }) as StreamReport;

test('a stream is odd where its rules speak by three standard deviations more often than by chance', () => {
  expect([0, 3, 4].map((signals) => isOdd(report(signals)))).toEqual([false, false, true]);
  expect(isOdd(report(0, 0))).toBe(false);
});

test('a stream is the odd one where none of all would have so many signals by chance in a hundred pictures', () => {
  const quiet = Array.from({ length: 11 }, () => report(0, 10));
  expect(oddOnes([...quiet, report(8, 10)])).toEqual([...quiet.map(() => false), true]);
  // Three of ten points at 1 % each are 0.011 %, two 0.43 %: each of twelve has 0.083 %.
  expect(oddOnes([...quiet, report(3, 10)]).at(-1)).toBe(true);
  expect(oddOnes([...quiet, report(2, 10)]).at(-1)).toBe(false);
  expect(oddOnes([report(0, 0), report(0, 10)])).toEqual([false, false]);
});

test('what all streams have makes none of them odd', () => {
  const shaken = Array.from({ length: 11 }, () => report(10));
  expect(oddOnes([...shaken, report(12)])).not.toContain(true);
  expect(oddOnes([...shaken, report(33)]).at(-1)).toBe(true);
});

test('streams without a point are named in place of being drawn empty', () => {
  const reports = [report(0), ...['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...report(0, 0), name }))];
  expect(shownStreams({ reports })).toEqual([0]);
  expect(leftOut({ reports }, 1)).toBe('No point yet: a, b, c, d and 1 more.');
  expect(leftOut({ reports: [report(0), report(0)] }, 1)).toBe(
    '1 more, with no more signals than these, are not drawn: choose a machine or position.'
  );
  expect(leftOut({ reports: [report(0)] }, 1)).toBe('');
});

test('of very many streams those with most signals are drawn, in their order', () => {
  const reports = Array.from({ length: mostTiles + 2 }, (_, i) => report(i === 0 || i === 7 ? 0 : 1 + (i % 3)));
  const shown = shownStreams({ reports });
  expect(shown).toHaveLength(mostTiles);
  expect(shown).not.toContain(0);
  expect(shown).not.toContain(7);
  expect([...shown].sort((a, b) => a - b)).toEqual(shown);
  expect(shownStreams({ reports: reports.slice(0, 3) })).toEqual([0, 1, 2]);
});

test('small charts fill the panel, and never fall below what can be read', () => {
  expect(grid(12, 1400, 400)).toEqual({ columns: 3, width: 466, height: 100 });
  expect(grid(24, 1400, 400)).toEqual({ columns: 6, width: 233, height: 100 });
  expect(grid(12, 300, 200)).toEqual({ columns: 1, width: 300, height: 96 });
  expect(grid(2, 1400, 400)).toEqual({ columns: 1, width: 1400, height: 200 });
});
