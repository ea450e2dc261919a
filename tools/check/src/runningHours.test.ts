import { loadPlan } from '@cellthread/plan/load';
import { runningHours } from './runningHours';

const plan = loadPlan();

test('on a working day four hours of a line are four hours', () => {
  expect(runningHours(plan, 4, Date.UTC(2026, 10, 25, 15))).toBe('240m');
});

test('a planned stop among them makes four hours of a line longer', () => {
  expect(runningHours(plan, 4, Date.UTC(2026, 10, 29, 8, 40))).toBe('360m');
});

test('in the middle of a planned stop the hours before it count', () => {
  expect(runningHours(plan, 4, Date.UTC(2026, 10, 29, 6))).toBe('300m');
});
