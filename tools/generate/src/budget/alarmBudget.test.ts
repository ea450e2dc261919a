import { loadPlan } from '@cellthread/plan/load';
import { alarmBudget } from './alarmBudget';
import { ewmaShewhartArl } from './ewmaShewhartArl';
import { limitsForArl } from './limitsForArl';

describe('the average run length agrees with what is published', () => {
  test.each([
    ['EWMA(0.2, 2.962) alone: Lucas & Saccucci', 0.2, 2.962, 9, 500, 0.01],
    ['EWMA(0.5, 3.071) alone: Lucas & Saccucci, table 3', 0.5, 3.071, 9, 500, 0.01],
    ['a Shewhart chart alone: 1 / 0.0027', 0.2, 9, 3, 370.4, 0.001],
    ['EWMA(0.2, 2.962) with 3σ limits beside it', 0.2, 2.962, 3, 233, 0.01],
  ])('%s', (_, lambda, l, k, arl, relative) => {
    expect(Math.abs(ewmaShewhartArl(lambda, l, k) / arl - 1)).toBeLessThan(relative);
  });

  test('L 4.0 with k 4.2 gives about 13 000', () => {
    expect(ewmaShewhartArl(0.2, 4, 4.2)).toBeGreaterThan(12_500);
    expect(ewmaShewhartArl(0.2, 4, 4.2)).toBeLessThan(13_500);
  });
});

test('limits for a run length give that run length', () => {
  const { l, k } = limitsForArl(5000);
  expect(ewmaShewhartArl(0.2, l, k) / 5000).toBeCloseTo(1, 1);
});

describe('the budget of the plan', () => {
  const plan = loadPlan();
  const lines = alarmBudget(plan, plan.sites[0]!);

  test('spends the budget exactly: points by run length', () => {
    lines.forEach(({ points, arl, budget }) => expect(points / arl).toBeCloseTo(budget, 10));
  });

  test('asks wider limits where more is watched', () => {
    const sorted = [...lines].sort((a, b) => a.arl - b.arl);
    expect(sorted.map(({ l }) => l)).toEqual(sorted.map(({ l }) => l).sort((a, b) => a - b));
  });
});
