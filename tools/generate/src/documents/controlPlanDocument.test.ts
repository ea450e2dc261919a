import { parsePlan } from '@cellthread/plan';
import { planWith } from '../../../../packages/plan/src/planWith';
import { controlPlanDocument } from './controlPlanDocument';

const text = controlPlanDocument.outputs(
  parsePlan(
    planWith({
      characteristics: `[
        { id: force, name: Force, unit: 'suffix:kN', spec: { usl: 3 }, reaction: { text: { en: Look at the punch } } },
        { id: heat, name: Heat, unit: celsius },
        { id: code, name: Code, unit: none, type: text }
      ]`,
    }),
    'plan.yaml'
  )
)['docs/control-plan.md']!;

/** Cells of the second table's row of a characteristic: how it is judged. */
const judged = (id: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`| \`${id}\``))
    .map((line) =>
      line
        .split('|')
        .slice(2, -1)
        .map((cell) => cell.trim())
    )[0];

test('a text is judged by nobody: no chart, no window, no hold', () => {
  expect(judged('code')).toEqual(['–', '–', '–', '–', '–', '–']);
});

test('only what has a spec limit is contained', () => {
  expect(judged('force')).toEqual([
    'i-mr, N1 N2',
    'equipment',
    '15 min, n ≥ 5, against sisters',
    '3 of the last 20',
    'maintenance, warning',
    'hold; shift lead; escalates after 30 min',
  ]);
  expect(judged('heat')?.slice(3)).toEqual(['–', 'maintenance, warning', 'shift lead; escalates after 30 min']);
});

test('what the plan does not state leaves no empty places', () => {
  expect(text).toContain('### 2. Bake (`bake`)\n\nNothing is measured here.');
  expect(text).toContain('- No shifts.');
  expect(text).toContain('| press-01 (left, right) |');
  expect(text.slice(text.indexOf('## Route'))).not.toMatch(/\| +\| /);
  expect(text.match(/\*\*What to do\*\*\n\n(.*)\n/)?.[1]).toBe('- `force`: Look at the punch');
  expect(text).not.toMatch(/undefined|NaN|: –$|: \.$/m);
});

test('deadlines that nobody watches are named: rolls become cells, cells become modules', () => {
  const route = (items: Record<string, string>) =>
    controlPlanDocument.outputs({
      ...parsePlan(planWith({}), 'plan.yaml'),
      stations: Object.entries(items).map(([id, item], at, all) => ({
        ...parsePlan(planWith({}), 'plan.yaml').stations[0]!,
        id,
        item: item as 'cell',
        ...(at > 0 && { from_station: { station: all[at - 1]![0], min_hours: 0, max_hours: 1 } }),
      })),
    })['docs/control-plan.md'];
  expect(route({ coat: 'roll', dry: 'roll', stack: 'cell', soak: 'tray', join: 'module' })).toContain(
    'Nobody is told when they are missed at `dry`, `stack`, `join`.'
  );
  expect(route({ stack: 'cell', soak: 'tray' })).not.toContain('Nobody is told when');
});

test('a gauge that is never checked with a master part is named, and the parts of those that are', () => {
  const checked = controlPlanDocument.outputs(
    parsePlan(
      planWith({
        characteristics: `[
          { id: force, name: Force, unit: 'suffix:kN', measurement: { gauge: cell, master_check: 8h, masters: { M-1: 2.5 } } },
          { id: heat, name: Heat, unit: celsius }
        ]`,
      }),
      'plan.yaml'
    )
  )['docs/control-plan.md'];
  expect(checked).toContain('No master part is measured for `heat` (');
  expect(checked).toContain('cell, master part every 8 h, M-1 = 2.5 kN');
});

test('what k of n costs is said beside the monitors, and where it alone breaks the budget', () => {
  const page = (of: string) =>
    controlPlanDocument.outputs(
      parsePlan(
        planWith({ characteristics: `[{ id: force, name: Force, unit: 'suffix:kN', spec: { usl: 3 }, ${of} }]` }),
        'plan.yaml'
      )
    )['docs/control-plan.md']!;
  const costs = /\| k of n, told to .*\n.*\n\| A, maintenance +\| 1 +\| 8,640 +\| (\S+) +\| 3\.5 +\| (\S+) % +\|/;
  expect(costs.exec(page('k_of_n: { k: 1, n: 1 }, capability_target: 1'))!.slice(1)).toEqual(['81.5', '0.0058']);
  expect(page('k_of_n: { k: 1, n: 1 }, capability_target: 1')).toContain(
    '**k of n alone breaks the budget of A, maintenance**: 81.5 false alarms a week by the Cpk demanded, 3.5 are borne.'
  );
  expect(page('capability_target: 1')).not.toContain('breaks the budget');
});
