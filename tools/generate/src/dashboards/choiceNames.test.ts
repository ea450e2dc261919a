import { parsePlan } from '@cellthread/plan';
import { planWith } from '../../../../packages/plan/src/planWith';
import { referenceNames } from './choiceNames';
import { shiftDashboard } from './shift';
import { signalsDashboard } from './signals';

const chosen =
  ', causes: [{ id: worn, text: { en: Worn, de: Verschlissen } }, { id: other, text: { en: Else } }], actions: [{ id: changed, text: { en: Changed } }]';
const more = 'defaults: { causes: [{ id: worn, text: { en: Old } }] }';
const planOf = (rest: string) => parsePlan(planWith({ station: chosen, rest }), 'plan.yaml');

const textsOf = (plan: ReturnType<typeof planOf>) =>
  Object.fromEntries(
    referenceNames(plan).flatMap(({ type, options }) =>
      type === 'value'
        ? Object.entries(options as Record<string, { text: string }>).map(([id, { text }]) => [id, text])
        : []
    )
  );

test('a cause or an action is said in words of the plan, in its language where it has that', () => {
  expect(textsOf(planOf(''))).toEqual({ worn: 'Worn', other: 'Else', changed: 'Changed' });
  expect(textsOf(planOf('language: de'))).toEqual({ worn: 'Verschlissen', other: 'Else', changed: 'Changed' });
});

test('what two stations call otherwise by one id is said in the words of both', () => {
  expect(textsOf(planOf(more))).toMatchObject({ worn: 'Old / Worn' });
});

test('of events that name another event nothing is said', () => {
  const { pattern } = referenceNames(planOf('')).at(-1)!.options as { pattern: string };
  const hides = new RegExp(pattern.slice(1, -1));
  expect(
    ['event-298ae4e3923365474d273841b1f05f2c', 'proof-0123456789abcdef', 'rework-f44b7000'].every((id) =>
      hides.test(id)
    )
  ).toBe(true);
  expect(['changed', 'nozzle-cleaned', 'WO-5512', 'WO-20261130', 'order-0012345678'].some((id) => hides.test(id))).toBe(
    false
  );
});

test.each([signalsDashboard, shiftDashboard])('what was done says what of the plan was done', (dashboard) => {
  const columns = dashboard(planOf('')).panels.flatMap(({ fieldConfig }) => fieldConfig?.overrides ?? []);
  expect(columns.filter(({ matcher }) => matcher.options === 'reference')).toHaveLength(1);
});
