import { parsePlan } from '@cellthread/plan';
import { planWith } from '../../../../../packages/plan/src/planWith';
import { ruleGroups } from '../ruleGroups';
import { render } from './render';

const characteristics = `[
      { id: force, name: Pressing force, unit: 'suffix:kN', spec: { lsl: 1, target: 2, usl: 3 },
        reaction: { text: { en: 'Look at the punch {{ twice }}' } } },
      { id: gap, name: Gap, unit: lengthmm, spec: { usl: 5 } },
      { id: lift, name: Lift, unit: lengthmm, spec: { target: 1, usl: 5 } },
      { id: spill, name: Spill, unit: lengthmm, spec: { usl: 0 } }
    ]`;
const rulesOf = (areas?: string) =>
  ruleGroups(parsePlan(planWith({ characteristics, ...(areas && { areas }) }), 'plan.yaml')).flatMap(
    ({ rules }) => rules
  );
const rules = rulesOf();

/** A text of a rule as Grafana expands it. */
function textOf(
  title: string,
  part: 'summary' | 'description',
  labels: Record<string, string>,
  value: number,
  of = rules
): string {
  const rule = of.find((r) => r.title.startsWith(title))!;
  const values = `{{ $labels := (index .Alerts.Firing 0).Labels }}{{ $values := valuesOf (index .Alerts.Firing 0).Value }}`;
  return render(values + rule[part], [{ labels, value, startsAt: '2026-01-15T11:59:00Z' }]);
}

const pressed = { site: 's1', line: 'l1', station: 'press', equipment: 'press-01', cell_id: 'C1', visit: '1' };

test('names stand where the plan has names, and what to do where the plan says it', () => {
  const labels = { ...pressed, characteristic: 'force', rule: 'above-usl' };
  expect(textOf('Press: out of spec', 'summary', labels, 0.25)).toBe(
    'Cell C1: Pressing force is out of spec at press-01 of l1 (S)'
  );
  expect(textOf('Press: out of spec', 'description', labels, 0.25)).toBe(
    'The cell was measured above the upper spec limit by 0.25 of the spec’s width (visit 1). It is put on hold. What to do: Look at the punch {{ twice }}'
  );
});

test('lines and machines are called by their names where they have some', () => {
  const areas =
    '[{ id: a1, name: A, lines: [{ id: l1, name: First line, equipment: [{ id: press-01, name: Big press, station: press }, { id: press-02, station: press }, { id: oven-01, station: bake }] }] }]';
  const summary = (equipment: string) =>
    textOf('Press: out of spec', 'summary', { ...pressed, equipment, characteristic: 'force' }, 1, rulesOf(areas));
  expect(summary('press-01')).toBe('Cell C1: Pressing force is out of spec at Big press of First line (S)');
  expect(summary('press-02')).toBe('Cell C1: Pressing force is out of spec at press-02 of First line (S)');
});

test.each([
  ['gap', '0.25 of the limit’s size'],
  ['lift', '0.25 of twice the distance from target to limit'],
  ['spill', '0.25'],
])('of the one-sided %s is said what the number counts, and that the plan states no reaction', (characteristic, by) => {
  expect(textOf('Press: out of spec', 'description', { ...pressed, characteristic, rule: 'above-usl' }, 0.25)).toBe(
    `The cell was measured above the upper spec limit by ${by} (visit 1). It is put on hold. The control plan states no reaction.`
  );
});

test('a cell without a value of its own has the names of station and characteristic', () => {
  const labels = { site: 's1', line: 'l1', station: 'press', cell_id: 'C1', characteristic: 'gap', kind: 'unmeasured' };
  expect(textOf('Special characteristics', 'summary', labels, 1)).toBe(
    'Cell C1 at station Press of l1 (S): a special characteristic was not measured'
  );
  expect(textOf('Special characteristics', 'description', labels, 1)).toMatch(/^Characteristic: Gap\. /);
  expect(textOf('Cells that nobody can call good', 'summary', labels, 1)).toBe(
    'Cell C1 is put on hold at station Press of l1 (S): a special characteristic was not measured'
  );
});

test('no text gives an id where the plan has a name', () => {
  const bare = /\{\{ \$labels\.(site|station|characteristic) \}\}/g;
  const texts = rules.flatMap(({ summary, description }) => [summary, description]);
  expect(texts.filter((text) => text.includes('$labels.')).length).toBeGreaterThan(5);
  // Only as the last way out, where the plan does not know the id.
  expect(
    texts.filter((text) => (text.match(bare) ?? []).length > (text.match(/\{\{ else \}\}\{\{ \$labels/g) ?? []).length)
  ).toEqual([]);
});
