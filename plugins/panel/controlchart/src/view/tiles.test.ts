import { type StreamReport } from '@cellthread/chart';
import { grid, isOdd, mostTiles, shownStreams } from './tiles';

const report = (signals: number, points = 100) => ({ signals, points, expectedRate: 0.01 }) as StreamReport;

test('a stream is odd where its rules speak by three standard deviations more often than by chance', () => {
  expect([0, 3, 4].map((signals) => isOdd(report(signals)))).toEqual([false, false, true]);
  expect(isOdd(report(0, 0))).toBe(false);
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
