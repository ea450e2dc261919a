import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertRule } from '../rules/AlertRule';
import type { Result } from './Instance';
import { RuleStates } from './RuleStates';

type Options = Partial<
  Pick<AlertRule, 'forMs' | 'keepFiringForMs' | 'missingEvalsToResolve' | 'noDataState' | 'execErrState'>
>;

/** What an evaluation says: `a!` a row that is beyond, `a` one that is not; `none` no data, `fails` an error. */
type Said = string;

const MINUTE = 60_000;

const rule = (options: Options): AlertRule => ({
  uid: 'u',
  title: 't',
  group: 'g',
  folder: 'f',
  intervalMs: MINUTE,
  forMs: 0,
  keepFiringForMs: 0,
  missingEvalsToResolve: 2,
  noDataState: 'OK',
  execErrState: 'KeepLast',
  labels: {},
  annotations: {},
  queries: [],
  threshold: { refId: 'B', expression: 'A', type: 'gt', params: [0] },
  ...options,
});

function results(said: Said): Result[] {
  if (said === 'none' || said === 'fails') {
    return [
      {
        labels: {},
        state: said === 'none' ? 'NoData' : 'Error',
        values: {},
        ...(said === 'fails' && { error: 'down' }),
      },
    ];
  }
  return said.split(' ').map((word) => ({
    labels: { at: word.replace('!', '') },
    state: word.endsWith('!') ? 'Alerting' : 'Normal',
    values: { A: 1 },
  }));
}

/** One evaluation a minute; after each: every instance with its state and reason, and `>` before those that are told. */
function played(options: Options, evaluations: Said[]): string[] {
  const states = new RuleStates(rule(options));
  return evaluations.map((said, i) => {
    const told = states.take(results(said), i * MINUTE).map(({ instance }) => instance);
    const left = told.filter((instance) => !states.all().includes(instance));
    return [...states.all(), ...left]
      .map((instance) => {
        const { labels, state, reason } = instance;
        return `${told.includes(instance) ? '>' : ''}${labels['at'] ?? '*'} ${state}${reason && ` (${reason})`}`;
      })
      .join(', ');
  });
}

const cases: Array<[what: string, options: Options, evaluations: Array<[said: Said, states: string]>]> = [
  [
    'without `for` an instance fires at once and is over at once',
    {},
    [
      ['a!', '>a Alerting'],
      ['a!', '>a Alerting'],
      ['a', '>a Normal'],
    ],
  ],
  [
    'with `for` it waits until that time has passed; what ends before is never told',
    { forMs: 2 * MINUTE },
    [
      ['a!', 'a Pending'],
      ['a', 'a Normal'],
      ['a!', 'a Pending'],
      ['a!', 'a Pending'],
      ['a!', '>a Alerting'],
      ['a', '>a Normal'],
    ],
  ],
  [
    'with `keepFiringFor` it goes on firing after its end, and fires again without waiting',
    { forMs: MINUTE, keepFiringForMs: 2 * MINUTE },
    [
      ['a!', 'a Pending'],
      ['a!', '>a Alerting'],
      ['a', '>a Recovering'],
      ['a!', '>a Alerting'],
      ['a', '>a Recovering'],
      ['a', '>a Recovering'],
      ['a', '>a Normal'],
    ],
  ],
  [
    'a row that is gone is over after two evaluations without it',
    {},
    [
      ['a! b!', '>a Alerting, >b Alerting'],
      ['a!', '>a Alerting, >b Alerting'],
      ['a!', '>a Alerting, >b Normal (MissingSeries)'],
      ['a!', '>a Alerting'],
    ],
  ],
  [
    'or after as many as the rule says',
    { missingEvalsToResolve: 3 },
    [
      ['a! b!', '>a Alerting, >b Alerting'],
      ['a!', '>a Alerting, >b Alerting'],
      ['a!', '>a Alerting, >b Alerting'],
      ['a!', '>a Alerting, >b Normal (MissingSeries)'],
    ],
  ],
  [
    'a pending row that is gone is told to nobody',
    { forMs: 5 * MINUTE },
    [
      ['a b!', 'a Normal, b Pending'],
      ['a', 'a Normal, b Pending'],
      ['a', 'a Normal'],
    ],
  ],
  [
    'no data means that all is well, where the rule says so',
    {},
    [
      ['none', '* Normal (NoData)'],
      ['a!', '* Normal (NoData), >a Alerting'],
      ['none', '* Normal (NoData), >a Normal (NoData)'],
    ],
  ],
  [
    'no data ends through `keepFiringFor` as well',
    { keepFiringForMs: MINUTE },
    [
      ['a!', '>a Alerting'],
      ['none', '>a Recovering (NoData)'],
      ['none', '>a Normal (NoData)'],
    ],
  ],
  [
    'no data fires, where the rule says so',
    { noDataState: 'Alerting' },
    [
      ['none', '>* Alerting (NoData)'],
      ['none', '>* Alerting (NoData)'],
    ],
  ],
  [
    'no data is an alert of its own, where the rule says so; the others end when they are not heard of',
    { noDataState: 'NoData' },
    [
      ['a!', '>a Alerting'],
      ['none', '>a Alerting, >* NoData'],
      ['none', '>* NoData, >a Normal (MissingSeries)'],
      ['a', 'a Normal, >* Normal (MissingSeries)'],
    ],
  ],
  [
    'an error keeps what was',
    { forMs: MINUTE },
    [
      ['a!', 'a Pending'],
      ['fails', '>a Alerting (Error, KeepLast)'],
      ['fails', '>a Alerting (Error, KeepLast)'],
      ['a', '>a Normal'],
      ['fails', '>a Normal (Error, KeepLast)'],
    ],
  ],
  [
    'an error fires, where the rule says so',
    { execErrState: 'Alerting', forMs: MINUTE },
    [
      ['fails', '* Pending (Error)'],
      ['fails', '>* Alerting (Error)'],
      ['a', '>* Alerting (Error), a Normal'],
      ['a', 'a Normal, >* Normal (MissingSeries)'],
    ],
  ],
  [
    'an error is an alert of its own, where the rule says so',
    { execErrState: 'Error' },
    [
      ['a!', '>a Alerting'],
      ['fails', '>a Alerting, >* Error'],
      ['a!', '>a Alerting, >* Normal (MissingSeries)'],
    ],
  ],
  [
    'an error is well, where the rule says so',
    { execErrState: 'OK' },
    [
      ['a!', '>a Alerting'],
      ['fails', '>a Normal (Error)'],
    ],
  ],
];

for (const [what, options, evaluations] of cases) {
  test(what, () => {
    const states = played(
      options,
      evaluations.map(([said]) => said)
    );
    assert.deepEqual(
      states,
      evaluations.map(([, expected]) => expected)
    );
  });
}

test('labels are those of the row, but for what the rule and Grafana itself say', () => {
  const states = new RuleStates({ ...rule({}), labels: { team: 'people', alertname: 'mine' } });
  states.take([{ labels: { team: 'row', at: 'a', __alert_rule_uid__: 'x' }, state: 'Alerting', values: {} }], 0);
  const { labels, texts } = states.all()[0]!;
  assert.deepEqual(labels, { alertname: 't', grafana_folder: 'f', __alert_rule_uid__: 'u', team: 'people', at: 'a' });
  assert.equal(texts.labels['team'], 'row');
});

test('texts keep the numbers of the last row, though the row is gone', () => {
  const states = new RuleStates(rule({}));
  states.take(results('a! b!'), 0);
  states.take(results('a!'), MINUTE);
  const [gone] = states.take(results('a!'), 2 * MINUTE).filter(({ instance }) => instance.reason === 'MissingSeries');
  assert.deepEqual(gone?.instance.texts.values, { A: 1 });
});

test('an alert is told again every half minute, one that is over for a quarter of an hour', () => {
  const states = new RuleStates({ ...rule({}), intervalMs: 10_000 });
  const told = (said: Said, atS: number) => states.take(results(said), atS * 1000).length;
  assert.deepEqual([told('a!', 0), told('a!', 10), told('a!', 20), told('a!', 30)], [1, 0, 0, 1]);
  assert.deepEqual([told('a', 40), told('a', 50), told('a', 70)], [1, 0, 1]);
  assert.deepEqual([told('a', 940), told('a', 980)], [1, 0]);
});
