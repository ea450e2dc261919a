import { minutesToName } from './arithmetic';

const alarm = { lambda: 0.2, width: 4, shewhart: 4.2, tail: 1e-6 };
const level = (perDay: number) => minutesToName('level', () => 1, { alarm, perDay, trials: 200, seed: 7 });

test('one standard deviation of one nozzle: 17 minutes at 1 700 cells a day, three windows at a cell in ten seconds over 24', () => {
  expect(Math.abs(level(1700) - 17)).toBeLessThan(4);
  expect(Math.abs(level(360) - 3 * 25)).toBeLessThan(13);
});

test('who spreads twice as much is found later where fewer are measured, who does nothing is not found', () => {
  const spread = (perDay: number, more: number) =>
    minutesToName('spread', (_age, normal) => more * normal(), { alarm, perDay, trials: 100, seed: 3 });
  expect(spread(360, 1.7)).toBeGreaterThan(2 * spread(1700, 1.7));
  expect(spread(1700, 0)).toBe(Infinity);
});
