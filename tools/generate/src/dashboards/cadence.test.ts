import { parsePlan } from '@cellthread/plan';
import { planWith } from '../../../../packages/plan/src/planWith';
import { longestWindow, shown } from './cadence';

const plan = (cycle: string) => parsePlan(planWith({ station: `${cycle && `, cycle: ${cycle}`}` }), 'plan.yaml');

test.each([
  ['', 30, '30m'],
  ['10', 30, '30m'],
  ['240', 30, '3h'],
  ['240', 180, '3h'],
  ['3600', 60, '40h'],
])('with a cycle of "%s" s and %d minutes usually, a page shows %s', (cycle, usual, text) => {
  expect(shown(plan(cycle), usual)).toBe(text);
});

test('windows are 15 minutes unless a monitor of the plan needs longer ones', () => {
  expect(longestWindow(plan(''))).toBe(15);
  const slow = planWith({ characteristics: '[{ id: force, name: F, unit: none, monitor: { window: 45m } }]' });
  expect(longestWindow(parsePlan(slow, 'plan.yaml'))).toBe(45);
});
