import { checkPlan } from './parsePlan';
import { planWith, type Parts } from './planWith';
import { problemText } from './problem';

const messages = (text: string): string[] =>
  checkPlan(text).problems.map((problem) => problemText(problem, 'plan.yaml'));

/** What is wrong with a characteristic that states this. */
function ofCharacteristic(stated: string): string[] {
  const characteristics = `[{ id: force, name: Force, unit: 'suffix:kN', ${stated} }]`;
  return messages(planWith({ characteristics })).map((text) =>
    text.replace(/^plan\.yaml:7: \/stations\/0\/characteristics\/0\//, '')
  );
}

test('the small plan is valid', () => {
  expect(messages(planWith())).toEqual([]);
});

describe('a number', () => {
  test.each([
    ['with a decimal comma', 'spec: { lsl: "3,5" }', 'spec/lsl: 3,5 has a decimal comma — write 3.5'],
    [
      'with a decimal comma between braces',
      'spec: { target: 7, lsl: 3,5 }',
      'spec/5: 3,5 has a decimal comma — write 3.5',
    ],
    [
      'with a comma too many',
      'plausible: [0,5, 1]',
      'plausible: must NOT have more than 2 items — remove what is too much; decimals have a point, a comma separates two numbers',
    ],
    ['with separators', 'spec: { lsl: 1 000 }', 'spec/lsl: 1 000 has separators between its digits — write 1000'],
    [
      'with its unit',
      'spec: { lsl: 3 mm }',
      'spec/lsl: "3 mm" is a number with a unit — write 3; the unit stands at unit',
    ],
    ['in quotes', "spec: { lsl: '3' }", 'spec/lsl: "3" is a text — write it without quotes: 3'],
    [
      'that is not there',
      'spec: { lsl: }',
      'spec/lsl: nothing is stated here — write a value of type number, or remove the key',
    ],
    [
      'that is none',
      'spec: { lsl: .nan }',
      'spec/lsl: .nan is no number that can be stored — remove the key: what is not stated does not exist',
    ],
    ['below what is possible', 'decimals: -1', 'decimals: is -1, but must be >= 0 — correct the number'],
    [
      'glued to its key',
      'spec: {lsl:3}',
      'spec/lsl:3: must NOT have additional properties — write a space after the colon: lsl: 3',
    ],
  ])('%s', (_, stated, expected) => {
    expect(ofCharacteristic(stated)).toEqual([expected]);
  });
});

describe('a text of a certain form says which, and an example', () => {
  const parts: Array<[string, Parts, string]> = [
    [
      'a time of day',
      { calendar: 'timezone: UTC, day_start: 6:00' },
      '/sites/0/calendar/day_start: "6:00" is not of this form: Local time of day: HH:MM, from 00:00 to 23:59 — write for example 06:00',
    ],
    [
      'a weekly stop',
      { calendar: "timezone: UTC, planned_stops: [{ name: A, days: [mon], start: 6.00, end: '07:00' }]" },
      "/sites/0/calendar/planned_stops/0/start: 6.00 is read as a number — write it in quotes: '6.00'",
    ],
    [
      'a moment',
      { calendar: 'timezone: UTC, planned_stops: [{ name: A, from: 2026-01-01, to: 2026-01-02T00:00:00Z }]' },
      '/sites/0/calendar/planned_stops/0/from: "2026-01-01" is not of this form: Date and time with zone (ISO 8601) — write for example 2026-01-31T06:00:00+01:00',
    ],
    [
      'an id',
      { areas: '[{ id: Füller 1, name: A, lines: [] }]' },
      '/sites/0/areas/0/id: "Füller 1" is not of this form: Id that may stand in a topic and a tag: letters a–z and A–Z, digits and . _ : -, at most 64, beginning with a letter or digit — write for example filler-02',
    ],
    [
      'an id that looks like a number',
      { areas: '[{ id: 007, name: A, lines: [] }]' },
      "/sites/0/areas/0/id: 007 is read as a number — write it in quotes: '007'",
    ],
  ];
  test.each(parts)('%s', (_, part, expected) => {
    expect(messages(planWith(part))).toEqual([`plan.yaml:5: ${expected}`]);
  });

  test('a day, a duration, a sample, a language', () => {
    expect(messages(planWith().replace('role: r, date: 2026-01-01', 'role: r, date: 1.2.2026'))).toEqual([
      'plan.yaml:2: /plan/approvals/0/date: "1.2.2026" is not of this form: Day of approval (ISO 8601) — write for example 2026-01-31',
    ]);
    expect(
      ofCharacteristic('sample: every 5th cell, reaction: { escalate_after: 30 min, text: { english: x } }')
    ).toEqual([
      'sample: "every 5th cell" is not of this form: How often it is measured: every or each item, 1 in so many, or continuous — write for example every cell or 1 in 500 or each batch',
      'reaction/text/english: "english" is not of this form: Language code — write for example en or de or pt-BR',
      'reaction/escalate_after: "30 min" is not of this form: Number and unit: ms, s, m, h or d — write for example 30m',
    ]);
  });
});

test('a switch is true or false, a list names each once, a text is not empty', () => {
  expect(messages(planWith({ station: ', retest: { count: yes }' }))).toEqual([
    'plan.yaml:8: /stations/1/retest/count: yes is neither true nor false — write true or false',
  ]);
  expect(ofCharacteristic('rules: [N1, N2, N1]')).toEqual(['rules: N1 stands twice — remove one of the two']);
  expect(ofCharacteristic("basis: '', decimals: 1")).toEqual([]);
  expect(messages(planWith({ rest: "zones: [{ id: dry, name: '' }]" }))).toEqual([
    'plan.yaml:9: /zones/0/name: the text is empty — write it, or remove the key',
  ]);
});

test('a cost is in a currency', () => {
  expect(messages(planWith({ station: ', cost_added: 2.5' }))).toEqual([
    'plan.yaml:8: /stations/1/cost_added: cost_added is 2.5, and the plan has no currency — add currency to the plan, such as currency: EUR',
  ]);
  expect(messages(planWith({ station: ', cost_added: 2.5', rest: 'currency: EUR' }))).toEqual([]);
  expect(messages(planWith({ rest: 'currency: euro' }))).toHaveLength(1);
});

describe('control limits that claim an approval', () => {
  const limit = (stated: string) =>
    messages(
      planWith({
        rest: `control_limits: [{ station: press, characteristic: force, model: normal, centre: 1, sigma_within: 1, status: approved${stated} }]`,
      })
    ).map((text) => text.replace('plan.yaml:9: /control_limits/0/', ''));

  test('are told all that they lack, each by the key that states it', () => {
    expect(limit('')).toEqual([
      'status: approved control limits need a baseline, the time it was taken from: baseline: { from: …, to: … }; points of at least 100 (not stated); shifts_spanned of at least 9 (not stated); 2 persons at approved_by (there is none) — complete the entry, or set status: provisional',
    ]);
    expect(limit(', points: 99, shifts_spanned: 9, approved_by: [Ann, Bob]')).toEqual([
      'status: approved control limits need a baseline, the time it was taken from: baseline: { from: …, to: … }; points of at least 100 (it is 99) — complete the entry, or set status: provisional',
    ]);
  });

  test('have a baseline of two moments', () => {
    expect(limit(', baseline: 2026-01-01')).toEqual([
      'baseline: 2026-01-01 stands where keys belong — write for example { from: …, to: … }',
    ]);
    expect(limit(", baseline: { from: '2026-01-01T00:00:00Z' }")).toEqual(['baseline: to is missing — add "to"']);
  });
});

test('a single value where a list belongs, and a list where keys belong', () => {
  expect(ofCharacteristic('rules: N1')).toEqual([
    'rules: N1 stands where a list belongs — write [a, b], or each entry on a line of its own after "- "',
  ]);
  expect(ofCharacteristic('spec: [1, 2]')).toEqual([
    'spec: a list stands where keys belong — write for example { lsl: …, target: …, usl: … }',
  ]);
});

test('of alternatives one is asked for', () => {
  expect(ofCharacteristic('overrides: [{ lsl: 3 }]')).toEqual([
    'overrides/0: states none of product, stratum — add at least one of: product, stratum',
  ]);
});

describe('what is no YAML', () => {
  test.each([
    ['a tab', 'plan:\n\tnumber: 1\n', '2: /: the line is indented with a tab — indent with spaces'],
    [
      'a quote that stays open',
      'plan: "x\nbuckets: 2\n',
      '3: /: a " opened before is not closed — close it where the text ends',
    ],
    [
      'a brace that stays open',
      'plan: { number: 1\nbuckets: 2\n',
      '2: /: a { opened before is not closed — close it with }',
    ],
    [
      'a key that stands twice',
      'plan: 1\nplan: 2\n',
      '2: /: the key "plan" stands twice in one place — remove one of the two',
    ],
    [
      'a colon in a text',
      'plan: line: one\n',
      `1: /: a value contains ": ", or the lines below it are indented as if it had none — put the text in quotes: 'text', or correct the indentation`,
    ],
    [
      'a key without a space',
      'plan:1\nbuckets: 2\n',
      '1: /: the line has no ": " — write a space after the colon: "key: value"',
    ],
    [
      'a text that begins with a sign',
      'plan: @x\n',
      `1: /: a text may not begin with @ — put the text in quotes: 'text'`,
    ],
    [
      'a reference to nothing',
      'buckets: 1\nplan: *x\n',
      '2: /: Unresolved alias (the anchor must be set before the alias): x — a text that begins with * or & refers to another place: put it in quotes',
    ],
    [
      'a line that begins elsewhere',
      'plan:\n  number: 1\n title: 2\n',
      '3: /: the line begins at another column than those it belongs to — indent it by as many spaces as the lines beside it',
    ],
    [
      'two documents',
      'plan: 1\n---\nplan: 2\n',
      '2: /: a second document begins here — a plan is one document: remove the line ---',
    ],
  ])('%s', (_, text, expected) => {
    expect(messages(text)).toEqual([`plan.yaml:${expected}`]);
  });
});
