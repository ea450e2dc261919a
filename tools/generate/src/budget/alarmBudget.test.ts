import { loadPlan } from '@cellthread/plan/load';
import { ewmaShewhartArl } from '@cellthread/stats';
import { alarmBudget, lambda } from './alarmBudget';

const plan = loadPlan();
const lines = alarmBudget(plan, plan.sites[0]!);

test('the budget is spent exactly: points by run length', () => {
  lines.forEach(({ points, arl, budget }) => expect(points / arl).toBeCloseTo(budget, 10));
});

test('the limits give that run length', () => {
  lines.forEach(({ arl, l, k }) => expect(ewmaShewhartArl(lambda, l, k) / arl).toBeCloseTo(1, 6));
});

test('where more is watched the limits are wider', () => {
  const sorted = [...lines].sort((a, b) => a.arl - b.arl);
  expect(sorted.map(({ l }) => l)).toEqual(sorted.map(({ l }) => l).sort((a, b) => a - b));
});
