import { parsePlan } from '@cellthread/plan';
import { planWith } from '../../../../../packages/plan/src/planWith';
import { ruleGroups } from '../ruleGroups';
import { messageTemplate } from '../messageTemplate';
import { type FiringAlert, render, renderAnnotation } from './render';

const characteristics = `[
      { id: force, name: Pressing force, unit: 'suffix:kN', spec: { lsl: 1, target: 2, usl: 3 },
        reaction: { text: { en: 'Look at the punch {{ twice }}' } } },
      { id: gap, name: Gap, unit: lengthmm, spec: { usl: 5 } },
      { id: lift, name: Lift, unit: lengthmm, spec: { target: 1, usl: 5 } },
      { id: spill, name: Spill, unit: lengthmm, spec: { usl: 0 } }
    ]`;
const planOf = (areas?: string) => parsePlan(planWith({ characteristics, ...(areas && { areas }) }), 'plan.yaml');
const rulesOf = (areas?: string) => ruleGroups(planOf(areas)).flatMap(({ rules }) => rules);
const rules = rulesOf();
const startsAt = '2026-01-15T11:59:00Z';

/** A text of a rule as Grafana expands it. */
function textOf(
  title: string,
  part: 'summary' | 'description',
  labels: Record<string, string>,
  values: Record<string, number | null>,
  of = rules
): string {
  return renderAnnotation(of.find((r) => r.title.startsWith(title))![part], { labels, values, startsAt });
}

const pressed = { site: 's1', line: 'l1', station: 'press', equipment: 'press-01', cell_id: 'C1', visit: '1' };

test('names stand where the plan has names, and what to do where the plan says it', () => {
  const labels = { ...pressed, characteristic: 'force', rule: 'above-usl' };
  expect(textOf('Press: out of spec', 'summary', labels, { A: 0.25 })).toBe(
    'Cell C1: Pressing force is out of spec at press-01'
  );
  expect(textOf('Press: out of spec', 'description', labels, { A: 0.25 })).toBe(
    'The cell was measured above the upper spec limit by 0.25 of the spec’s width (visit 1). It is put on hold. What to do: Look at the punch {{ twice }}'
  );
});

test('lines and machines are called by their names where they have some', () => {
  const areas =
    '[{ id: a1, name: A, lines: [{ id: l1, name: First line, equipment: [{ id: press-01, name: Big press, station: press }, { id: press-02, station: press }, { id: oven-01, station: bake }] }] }]';
  const summary = (equipment: string) =>
    textOf(
      'Press: out of spec',
      'summary',
      { ...pressed, equipment, characteristic: 'force' },
      { A: 1 },
      rulesOf(areas)
    );
  expect(summary('press-01')).toBe('Cell C1: Pressing force is out of spec at Big press');
  expect(summary('press-02')).toBe('Cell C1: Pressing force is out of spec at press-02');
});

test.each([
  ['gap', '0.25 of the limit’s size'],
  ['lift', '0.25 of twice the distance from target to limit'],
  ['spill', '0.25'],
])('of the one-sided %s is said what the number counts, and that the plan states no reaction', (characteristic, by) => {
  expect(
    textOf('Press: out of spec', 'description', { ...pressed, characteristic, rule: 'above-usl' }, { A: 0.25 })
  ).toBe(
    `The cell was measured above the upper spec limit by ${by} (visit 1). It is put on hold. The control plan states no reaction.`
  );
});

test('a cell without a value of its own has the names of station and characteristic', () => {
  const labels = { site: 's1', line: 'l1', station: 'press', cell_id: 'C1', characteristic: 'gap', kind: 'unmeasured' };
  expect(textOf('Cells that nobody can call good', 'summary', labels, { A: 1 })).toBe(
    'Cell C1 at station Press of l1 (S): a special characteristic was not measured'
  );
  expect(textOf('Cells that nobody can call good', 'description', labels, { A: 1 })).toMatch(
    /^Characteristic: Gap\. It is put on hold\. /
  );
});

const stream = { site: 's1', line: 'l1', station: 'press', equipment: 'press-01', position: 'left' };
const facts = { A: 3.2, S: 2835, C: 38, O: 6, H: 5, R: 2.41, D: 0.516, N: 11, G: 0 };

test.each([
  ['spread', facts, 'wavers, spread 2.4 × that of its 11 sisters for 47 min; 38 cells, 6 out of spec, 5 held'],
  ['spread', { ...facts, N: null }, 'wavers, spread 2.4 × the usual one for 47 min; 38 cells, 6 out of spec, 5 held'],
  [
    'spread',
    { ...facts, R: 0.4, C: 1 },
    'scatters less, spread 0.4 × that of its 11 sisters for 47 min; 1 cell, 6 out of spec, 5 held',
  ],
  [
    'level',
    { ...facts, S: 90_061, O: 0, H: 0 },
    'is 0.516 kN higher than its 11 sisters (2.4 σ) for 1d 1h 1 min; 38 cells, 0 out of spec',
  ],
  [
    'level',
    { ...facts, R: -2.5, D: -0.516, N: null },
    'is 0.516 kN lower than usual (2.5 σ) for 47 min; 38 cells, 6 out of spec, 5 held',
  ],
  ['share', { ...facts, S: 42 }, 'fails too often, 2.4 × as often as usual for 42s; 38 cells, 6 out of spec, 5 held'],
  ['spread', { A: 3.2 }, 'wavers'],
  ['level', {}, 'has shifted'],
  ['spread', { A: 1, S: null, C: null, R: null }, 'wavers'],
])(
  'of a process is said what it does (%s), for how long and how many cells, as far as it is known',
  (rule, values, does) => {
    const labels = { ...stream, characteristic: 'force', kind: 'out-of-control' };
    const W = ['level', 'spread', 'share'].indexOf(rule) + 1;
    expect(textOf('Press: out of control', 'summary', labels, { W, ...values })).toBe(
      `press-01 left: Pressing force ${does}`
    );
  }
);

const definitions = messageTemplate(planOf());
const told = (name: 'message' | 'title', firing: readonly FiringAlert[], resolved: readonly FiringAlert[] = []) =>
  render(`{{ template "cellthread.${name}" . }}`, { definitions, firing, resolved });
const wavers = {
  labels: { ...stream, characteristic: 'force' },
  annotations: {
    summary: 'press-01 left: it wavers',
    description: 'Look at the punch.',
    chart: 'http://g/d/c?var-x=1',
  },
  startsAt,
};

test('a message says what is wrong, where, what to do, and links the chart of the hours around its beginning', () => {
  expect(told('message', [wavers])).toBe(
    [
      'press-01 left: it wavers.',
      'l1, S: Look at the punch.',
      'http://g/d/c?var-x=1&from=1768456740000&to=1768481940000',
      '',
    ].join('\n')
  );
  expect(told('title', [wavers])).toBe('press-01 left: it wavers');
});

test('what is over is said to be', () => {
  expect(told('message', [], [wavers])).toBe('Over: press-01 left: it wavers\n');
  expect(told('title', [], [wavers])).toBe('Over: press-01 left: it wavers');
});

test('of a cell the link holds the moment already, and an alert without place or links has no empty lines', () => {
  const bare = { labels: { pass: '1' }, annotations: { summary: 'a', description: 'b' }, startsAt };
  expect(told('message', [bare])).toBe('a.\nb\n');
  const cell = { ...wavers, labels: { pass: '1' } };
  expect(told('message', [cell])).toContain('var-x=1\n');
});

test('a message of many is short, and says how many there are', () => {
  const many = told('message', Array(500).fill(wavers), Array(20).fill(wavers));
  expect(many.match(/it wavers\.$/gm)).toHaveLength(10);
  expect(many).toContain('The first 10 of 500; the page Line lists them all.');
  expect(many.match(/^Over: /gm)).toHaveLength(10);
  expect(many).toContain('The first 10 of 20 that are over.');
  expect(told('title', Array(500).fill(wavers))).toBe('press-01 left: it wavers (1 of 500)');
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
