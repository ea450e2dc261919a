import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { folderWith, root } from '../../../test/fixture';
import { isMuted, type MuteTiming } from './muteTiming';
import { parseDuration } from './parseDuration';
import { readAlerting } from './readAlerting';

const condition = {
  refId: 'B',
  datasourceUid: '__expr__',
  model: {
    refId: 'B',
    type: 'threshold',
    expression: 'A',
    conditions: [{ evaluator: { type: 'gt', params: [0] } }],
  },
};

const plain = {
  uid: 'u',
  title: 'T',
  condition: 'B',
  for: '1m',
  labels: { severity: '{{ $$labels.severity }}', of: '$PLANT' },
  annotations: { summary: '{{ $labels.at }} ${PLANT}' },
  data: [
    { refId: 'A', datasourceUid: 'ds', relativeTimeRange: { from: 900, to: 0 }, model: { kinds: ['x'] } },
    condition,
  ],
};

const people = { name: 'people', receivers: [{ type: 'mqtt', settings: { topic: 'notify/people' } }] };
const policies = folderWith({ 'policies.yaml': stringify({ policies: [{ receiver: 'people' }] }) });

const read = (rule: object, contactPoints: object[] = [], policy = join(policies, 'policies.yaml')) =>
  readAlerting(
    folderWith({
      'rules.yaml': stringify({
        groups: [{ name: 'g', folder: 'f', interval: '1m', rules: [rule] }],
        contactPoints: [people, ...contactPoints],
      }),
    }),
    policy,
    { PLANT: 'one' }
  );

test('every rule that this project ships is evaluated', () => {
  const { rules, refused, contactPoints } = readAlerting(
    join(root, 'provisioning/alerting'),
    join(root, 'notify/policies.yaml'),
    {}
  );
  assert.deepEqual(refused, []);
  assert.ok(rules.length > 50 && contactPoints.length > 0);
});

test('a rule is read with the defaults of Grafana; labels are expanded as it does, annotations are not', () => {
  const [rule] = read(plain).rules;
  assert.deepEqual(
    [
      rule?.intervalMs,
      rule?.forMs,
      rule?.keepFiringForMs,
      rule?.missingEvalsToResolve,
      rule?.noDataState,
      rule?.execErrState,
    ],
    [60_000, 60_000, 0, 2, 'NoData', 'Alerting']
  );
  assert.deepEqual(rule?.labels, { severity: '{{ $labels.severity }}', of: 'one' });
  assert.deepEqual(rule?.annotations, plain.annotations);
  assert.deepEqual(rule?.queries[0], {
    refId: 'A',
    datasourceUid: 'ds',
    queryType: '',
    fromS: 900,
    toS: 0,
    model: { kinds: ['x'], refId: 'A' },
  });
});

const expression = (model: object) => ({
  ...plain,
  data: [plain.data[0], { ...condition, model: { ...condition.model, ...model } }],
});

const refusals: Array<[what: string, rule: object, why: RegExp]> = [
  ['a key that nobody here knows', { ...plain, guess: 1 }, /guess is not understood/],
  ['a recording rule', { ...plain, record: { metric: 'm' } }, /record is not understood/],
  ['another expression', expression({ type: 'math' }), /data\.1\.model\.type/],
  [
    'hysteresis',
    expression({
      conditions: [{ evaluator: { type: 'gt', params: [0] }, unloadEvaluator: { type: 'lt', params: [1] } }],
    }),
    /unloadEvaluator is not understood/,
  ],
  [
    'two conditions',
    expression({ conditions: [1, 2].map(() => ({ evaluator: { type: 'gt', params: [0] } })) }),
    /conditions/,
  ],
  ['a threshold of a ref that is none', expression({ expression: 'Z' }), /reads "Z"/],
  [
    'a range with one end',
    expression({ conditions: [{ evaluator: { type: 'within_range', params: [0] } }] }),
    /has 1 params, not 2/,
  ],
  ['a condition that is no threshold', { ...plain, condition: 'A' }, /condition "A"/],
  ['a duration that is none', { ...plain, for: 'soon' }, /"soon" is no duration/],
  ['a state that Grafana does not have', { ...plain, noDataState: 'Maybe' }, /noDataState/],
  [
    'active times',
    { ...plain, notification_settings: { receiver: 'r', active_time_intervals: ['x'] } },
    /active_time_intervals is not understood/,
  ],
  ['a contact point that is not there', { ...plain, notification_settings: { receiver: 'gone' } }, /"gone"/],
];
for (const [what, rule, why] of refusals) {
  test(`${what} is refused by name`, () => {
    const { rules, refused } = read(rule);
    assert.deepEqual([rules.length, refused.length, refused[0]?.uid], [0, 1, 'u']);
    assert.match(refused[0]?.why ?? '', why);
  });
}

test('a rule that leaves its receiver to policies is refused where there are none', () => {
  assert.match(read(plain, [], '/nowhere').refused[0]?.why ?? '', /notification policies, and there are none/);
});

test('a paused rule is left alone', () => {
  assert.deepEqual([read({ ...plain, isPaused: true }).rules, read({ ...plain, isPaused: true }).refused], [[], []]);
});

test('of contact points those that speak MQTT are read', () => {
  const settings = { topic: 't/$PLANT', qos: '1', messageFormat: 'text', message: 'm' };
  const { contactPoints } = read(plain, [
    { name: 'p', receivers: [{ type: 'mqtt', disableResolveMessage: true, settings }, { type: 'email' }] },
  ]);
  assert.deepEqual(contactPoints.slice(1), [
    { name: 'p', topic: 't/one', qos: 1, retain: false, format: 'text', message: 'm', sendResolved: false },
  ]);
});

test('a file that is none is named', () => {
  assert.throws(() => readAlerting(folderWith({ 'bad.yaml': 'groups: 3' }), undefined), /bad\.yaml is not an alerting/);
});

test('durations are those of Prometheus', () => {
  assert.deepEqual(['0', '30s', '1h30m', '1d', '250ms'].map(parseDuration), [0, 30_000, 5_400_000, 86_400_000, 250]);
  assert.throws(() => parseDuration('10'), /no duration/);
});

const nights: MuteTiming = {
  name: 'nights',
  time_intervals: [
    { times: [{ start_time: '22:00', end_time: '24:00' }], weekdays: ['saturday'], location: 'Europe/Berlin' },
    { days_of_month: ['-1'], months: ['january:february'], years: ['2026'], location: 'UTC' },
  ],
};
const moments: Array<[at: string, muted: boolean]> = [
  ['2026-07-04T20:00:00Z', true],
  ['2026-07-04T21:59:00Z', true],
  ['2026-07-04T22:00:00Z', false],
  ['2026-07-04T19:59:00Z', false],
  ['2026-07-05T21:00:00Z', false],
  ['2026-02-28T10:00:00Z', true],
  ['2026-01-31T10:00:00Z', true],
  ['2026-03-31T10:00:00Z', false],
];
for (const [at, muted] of moments) {
  test(`${at} is ${muted ? '' : 'not '}muted`, () => assert.equal(isMuted(nights, Date.parse(at)), muted));
}
