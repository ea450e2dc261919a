import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { folderWith } from '../../../test/fixture';
import { policiesOf, readPolicy } from './policy';

const read = (tree: object) => {
  const policy = readPolicy(join(folderWith({ 'p.yaml': stringify({ policies: [tree] }) }), 'p.yaml'));
  assert.ok(policy);
  return policy;
};

const tree = read({
  receiver: 'root',
  group_by: ['site'],
  repeat_interval: '24h',
  routes: [
    {
      receiver: 'danger',
      object_matchers: [['severity', '=', 'safety']],
      group_wait: '0s',
      routes: [{ receiver: 'danger-quality', object_matchers: [['team', '=', 'quality']] }],
    },
    { receiver: 'log', continue: true, mute_time_intervals: ['nights'] },
    {
      receiver: 'here',
      object_matchers: [
        ['site', '!=', 'far'],
        ['kind', '=~', 'silent|missing'],
      ],
    },
    { receiver: 'unplaced', object_matchers: [['site', '!~', '.+']] },
  ],
});

const receivers = (labels: Record<string, string>) => policiesOf(tree, labels).map(({ routing }) => routing.receiver);

const cases: Array<[labels: Record<string, string>, told: string[]]> = [
  [{ severity: 'safety', team: 'quality' }, ['danger-quality']],
  [{ severity: 'safety', team: 'other' }, ['danger']],
  [{ site: 'near', kind: 'silent' }, ['log', 'here']],
  [{ site: 'near', kind: 'silently' }, ['log']],
  [{ site: 'far', kind: 'silent' }, ['log']],
  [{ kind: 'other' }, ['log', 'unplaced']],
];
for (const [labels, told] of cases) {
  test(`${JSON.stringify(labels)} is told to ${told.join(' and ')}`, () => assert.deepEqual(receivers(labels), told));
}

test('what a policy does not state its parent does, but for mute timings', () => {
  const [danger] = policiesOf(tree, { severity: 'safety', team: 'quality' });
  const { groupBy, groupWaitMs, groupIntervalMs, repeatIntervalMs } = danger!.routing;
  assert.deepEqual([groupBy, groupWaitMs, groupIntervalMs, repeatIntervalMs], [['site'], 0, 300_000, 86_400_000]);
  const [log, here] = policiesOf(tree, { site: 'near', kind: 'silent' });
  assert.deepEqual([log?.routing.muteTimings, here?.routing.muteTimings], [['nights'], []]);
});

test('what of a tree is not understood is named', () => {
  assert.throws(() => read({ receiver: 'r', routes: [{ match: { a: 'b' } }] }), /policies\.0\.routes\.0\.match/);
  assert.throws(() => read({ receiver: 'r', group_wait: 'soon' }), /"soon" is no duration/);
});

test('without a file there is no tree', () => {
  assert.deepEqual([readPolicy(undefined), readPolicy('/nowhere.yaml')], [undefined, undefined]);
});
