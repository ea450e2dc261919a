import { checkPlan } from '../parsePlan';
import { problemText } from '../problem';
import { planWith } from '../planWith';

/** What is wrong with a characteristic of the small plan, and with limits of it. */
function problemsOf(characteristic: string, limits = ''): string[] {
  const text = planWith({ characteristics: `[{ id: seal, name: Seal, unit: none, ${characteristic} }]`, rest: limits });
  return checkPlan(text).problems.map((problem) => problemText(problem, 'plan.yaml').replace(/^plan\.yaml:\d+: /, ''));
}

const at = '/stations/0/characteristics/0';

test('a text, a count and a boolean without limits need nothing more', () => {
  expect(['text', 'count', 'boolean'].flatMap((type) => problemsOf(`type: ${type}`))).toEqual([]);
});

test('a type that is none is told with those there are', () => {
  expect(problemsOf('type: numeric')).toEqual([
    `${at}/type: numeric is none of the words that may stand here — use one of: number, count, boolean, text`,
  ]);
});

test.each([
  ['spec', 'spec: { usl: 1 }'],
  ['plausible', 'plausible: [0, 1]'],
  ['chart', 'chart: i-mr'],
  ['monitor', 'monitor: { min_n: 5 }'],
  ['capability_target', 'capability_target: 1.33'],
])('a text has no %s', (key, stated) => {
  expect(problemsOf(`type: text, ${stated}`)).toEqual([
    `${at}/${key}: a characteristic of type text has no ${key} — remove it, or correct the type`,
  ]);
});

test('a boolean has no spread, and no chart of measured values', () => {
  expect(problemsOf('type: boolean, expected: { sigma: 0.1 }, chart: i-mr')).toEqual([
    `${at}/expected/sigma: a characteristic of type boolean has no expected sigma — state share, or correct the type`,
    `${at}/chart: chart i-mr is not one of type boolean — use one of: p, np, laney-p, g, run`,
  ]);
});

test.each([
  ['number', 'mean: 3, sigma: 0.1'],
  ['count', 'mean: 3'],
  ['count', 'share: 0.02'],
  ['boolean', 'share: 0.98'],
])('a %s may be expected with %s', (type, expected) => {
  expect(problemsOf(`type: ${type}, expected: { ${expected} }`)).toEqual([]);
});

test.each([
  ['number', 'share: 0.5', '/share: a characteristic of type number has no expected share — state sigma or mean'],
  ['boolean', 'mean: 0.5', '/mean: a characteristic of type boolean has no expected mean — state share'],
])('a %s is not expected with %s', (type, expected, said) => {
  expect(problemsOf(`type: ${type}, expected: { ${expected} }`)).toEqual([
    `${at}/expected${said}, or correct the type`,
  ]);
});

test('the share of a count stands for its mean, and cannot be 1', () => {
  expect(problemsOf('type: count, expected: { share: 0.1, mean: 2 }')).toEqual([
    `${at}/expected: share stands in place of mean and sigma — remove the share, or the others`,
  ]);
  expect(problemsOf('type: count, expected: { share: 1 }')).toEqual([
    `${at}/expected/share: a share of 1 says of a count only that it is above zero — state the mean in its place`,
  ]);
  expect(problemsOf('expected: {}')).toEqual([
    `${at}/expected: nothing is stated here — state at least one of its keys, or remove it`,
  ]);
});

test('a boolean that must be true has lsl 1; a limit between is none', () => {
  expect(problemsOf('type: boolean, spec: { lsl: 1 }')).toEqual([]);
  expect(problemsOf('type: boolean, spec: { lsl: 0.5 }')).toEqual([
    `${at}/spec/lsl: a boolean is 1 (true) or 0 (false), but lsl is 0.5 — write lsl: 1 where it must be true, usl: 0 where it must be false`,
  ]);
});

test('a text has no control limits, a boolean none of measured values', () => {
  const limits =
    'control_limits: [{ station: press, characteristic: seal, model: normal, centre: 1, sigma_within: 1, status: provisional }]';
  expect(problemsOf('type: text', limits)).toEqual([
    '/control_limits/0/model: model normal does not fit seal, which is of type text — remove the control limit',
  ]);
  expect(problemsOf('type: boolean', limits)).toEqual([
    '/control_limits/0/model: model normal does not fit seal, which is of type boolean — use one of: p, np, laney',
  ]);
});
