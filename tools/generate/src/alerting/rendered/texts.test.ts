import { type Characteristic, parsePlan, type Station } from '@cellthread/plan';
import { planWith } from '../../../../../packages/plan/src/planWith';
import { ruleYaml, saidBy } from '../rule';
import { ruleGroups } from '../ruleGroups';
import { wordingOf } from '../wording/wordings';
import { messageTemplate } from '../message/messageTemplate';
import { type FiringAlert, render, renderAnnotations } from './render';

const characteristics = `[
      { id: force, name: Pressing force, unit: 'suffix:kN', spec: { lsl: 1, target: 2, usl: 3 },
        reaction: { text: { en: 'Look at the punch {{ twice }}' } } },
      { id: gap, name: Gap, unit: lengthmm, spec: { usl: 5 } },
      { id: lift, name: Lift, unit: lengthmm, spec: { target: 1, usl: 5 } },
      { id: spill, name: Spill, unit: lengthmm, spec: { usl: 0 } }
    ]`;
const planOf = (areas?: string) => parsePlan(planWith({ characteristics, ...(areas && { areas }) }), 'plan.yaml');
const rules = ruleGroups(planOf()).flatMap(({ rules }) => rules);
const startsAt = '2026-01-15T11:59:00Z';

type Numbers = Record<string, number | null>;

/** What a rule says of an alert, and what the message does, as Grafana fills them in. */
function textsOf(
  title: string,
  labels: Record<string, string>,
  values: Numbers,
  plan = planOf()
): Record<string, string> & { sentence: string; action: string } {
  const rule = ruleGroups(plan)
    .flatMap(({ rules }) => rules)
    .find((one) => one.title.startsWith(title))!;
  const [annotations] = renderAnnotations([
    { texts: saidBy(rule, wordingOf(plan)), alert: { labels, values, startsAt } },
  ]) as [Record<string, string>];
  const filled = (name: string) => `{{ template "cellthread.${name}" (index .Alerts 0) }}`;
  const [sentence = '', action = ''] = render(`${filled('sentence')}\f${filled('action')}`, {
    definitions: messageTemplate(plan),
    firing: [{ labels, annotations, startsAt }],
  }).split('\f');
  return { ...annotations, sentence, action };
}

const pressed = { site: 's1', line: 'l1', station: 'press', equipment: 'press-01', cell_id: 'C1', visit: '1' };

test('a rule that commands the line says it by the ids of its labels', () => {
  const labels = { ...pressed, kind: 'out-of-spec', characteristic: 'force', rule: 'above-usl', disposition: 'hold' };
  expect(textsOf('Press: out of spec', labels, { A: 0.25 })).toMatchObject({
    summary: 'Cell C1: force is out of spec at press-01',
    description: 'Visit 1: above-usl. It is put on hold, by the plan for: hold.',
  });
  const unmeasured = {
    disposition: 'inspect',
    site: 's1',
    line: 'l1',
    station: 'press',
    cell_id: 'C1',
    characteristic: 'gap',
    kind: 'unmeasured',
  };
  const held = textsOf('Cells that nobody can call good', unmeasured, { A: 1 });
  expect(held.summary).toBe('Cell C1 at press: a special characteristic was not measured');
  expect(held.description).toMatch(/^Characteristic: gap\. It is put on hold, by the plan for: inspect\. /);
});

test('a message has names where the plan has names, and what to do where the plan says it', () => {
  const areas =
    '[{ id: a1, name: A, lines: [{ id: l1, name: First line, equipment: [{ id: press-01, name: Big press, station: press }, { id: press-02, station: press }, { id: oven-01, station: bake }] }] }]';
  const several = (equipment: string, characteristic: string) => {
    const labels = { ...pressed, kind: 'k-of-n', equipment, characteristic };
    const { sentence, action } = textsOf('Press: several out of spec', labels, { A: 3 }, planOf(areas));
    return `${sentence}. ${action}`;
  };
  const again = 'is out of spec again and again.';
  expect(several('press-01', 'force')).toBe(`Big press: Pressing force ${again} Look at the punch {{ twice }}`);
  expect(several('press-02', 'gap')).toBe(`press-02: Gap ${again} The control plan states no reaction.`);
  expect(several('', 'force')).toContain('station Press of First line (S): Pressing force');
});

test('the team of what is about a characteristic is that of its route, else that of the kind', () => {
  const rule = rules.find(({ title }) => title === 'The air of a zone is out of its limits')!;
  const { labels } = ruleYaml(rule, planOf()) as { labels: Record<string, string> };
  // As Grafana reads it from a file.
  const texts = { team: labels['team']!.replaceAll('$$', '$') };
  const of = (signal: Record<string, string>) => ({ texts, alert: { labels: signal, values: {}, startsAt } });
  const said = renderAnnotations([of({ route: 'quality' }), of({ route: '' }), of({})]);
  expect(said.map(({ team }) => team)).toEqual(['quality', 'maintenance', 'maintenance']);
});

test('a message begins with what is new: nests that depart for hours come after it', () => {
  const bad = (position: string, at: string): FiringAlert => ({
    labels: { ...pressed, position, kind: 'out-of-control', characteristic: 'force' },
    startsAt: `2026-01-15T${at}:00Z`,
  });
  const old = Array.from({ length: 11 }, (_, i) => bad(`A${i}`, '09:30'));
  const firing = [...old, bad('NEW', '11:59'), bad('NEXT', '11:50')];
  const [title = '', message = ''] = render(
    '{{ template "cellthread.title" . }}\f{{ template "cellthread.message" . }}',
    { definitions: messageTemplate(planOf()), firing }
  ).split('\f');
  expect(title).toContain('press-01 NEW:');
  const told = [...message.matchAll(/press-01 (\w+):/g)].map(([, position]) => position);
  expect(told).toEqual(['NEW', 'NEXT', ...old.slice(0, 8).map(({ labels }) => labels.position)]);
  expect(message).toContain('The first 10 of 13');
});

test('a rule alone says what is wrong by ids, and more than fits is counted', () => {
  const labels = { ...stream, kind: 'out-of-control', characteristic: 'force' };
  const { summary, ratio, departs, sisters } = textsOf('Press: out of control', labels, { W: 2, ...facts });
  expect(summary).toBe('press-01 left: force is out of control');
  expect([departs, ratio, sisters]).toEqual(['spread', '2.4', '11']);
  const overflow = { kind: 'overflow', rule: 'overflow', severity: 'critical' };
  expect(textsOf('Press: out of control', overflow, { A: 40 }).sentence).toBe('40 more, not listed');
});

test.each([
  [1234.4, '1234'],
  [99.96, '100'],
  [-0.012345, '0.0123'],
])('an amount of %d is told as %s', (D, told) => {
  const labels = { ...stream, kind: 'out-of-control', characteristic: 'force' };
  const { sentence } = textsOf('Press: out of control', labels, { ...facts, W: 1, D });
  expect(sentence).toContain(`is ${told} kN ${D < 0 ? 'lower' : 'higher'} than`);
});

test('one id that means two things at two stations is told by what it means there', () => {
  const plan = planOf();
  const [press, bake] = plan.stations as [Station, Station];
  const [force] = press.characteristics as [Characteristic];
  const hot: Characteristic = { ...force, station: bake.id, name: 'Oven force', unit: 'massg' };
  const twice = { ...plan, stations: [press, { ...bake, characteristics: [hot] }] };
  const said = (station: string) =>
    textsOf(
      'Press: out of control',
      { ...stream, station, kind: 'out-of-control', characteristic: 'force' },
      { ...facts, W: 1 },
      twice
    );
  expect(said(press.id).sentence).toContain('Pressing force is 0.516 kN higher');
  expect(said(bake.id).sentence).toContain('Oven force is 0.516 g higher');
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
    expect(textsOf('Press: out of control', labels, { W, ...values }).sentence).toBe(
      `press-01 left: Pressing force ${does}`
    );
  }
);

const missing = { kind: 'missing', site: 's1', line: 'l1', station: 'press', rule: 'no-arrival' };
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

test('cells are counted over a stated time, and what ends is that no more came, not that they did', () => {
  const { sentence, ...annotations } = textsOf('Items did not arrive', missing, { A: 7, C: 7 });
  expect(sentence).toBe('station Press of l1 (S): items did not arrive in time; 7 cells in the last 15 min');
  const alert = { labels: missing, annotations, startsAt };
  const ended = 'No more in the last 15 min: station Press of l1 (S): items did not arrive in time';
  expect(told('title', [], [alert])).toBe(ended);
  expect(told('message', [], [alert])).toBe(`${ended}\n`);
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

test('what began last is said first, in the title as well, and what began together stays in order', () => {
  const began = { 'ch-1': '12:10', 'ch-2': '12:20', 'ch-3': '11:59', 'ch-4': '12:20', 'ch-5': '12:15' };
  const firing = Object.entries(began).map(([position, at]) => ({
    ...wavers,
    annotations: { summary: `press-01 ${position}: it wavers`, description: 'Look at the punch.' },
    startsAt: `2026-01-15T${at}:00Z`,
  }));
  const said = told('message', firing).match(/^press-01 ch-\d/gm);
  expect(said).toEqual(['ch-2', 'ch-4', 'ch-5', 'ch-1', 'ch-3'].map((position) => `press-01 ${position}`));
  expect(told('title', firing)).toBe('press-01 ch-2: it wavers (1 of 5)');
});

test('no rule spells the names of a plan, each of which the message has once', () => {
  const plan = planOf();
  const names = plan.stations.flatMap(({ characteristics }) => characteristics.map(({ name }) => name));
  const texts = rules.flatMap((rule) => Object.values(saidBy(rule, wordingOf(plan))));
  expect(names.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
  expect(names.map((name) => definitions.split(name).length - 1)).toEqual(names.map(() => 1));
});
