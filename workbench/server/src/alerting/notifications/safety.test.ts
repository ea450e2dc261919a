import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AlertRule } from '../rules/AlertRule';
import { readAlerting } from '../rules/readAlerting';
import { RuleStates } from '../states/RuleStates';
import { Inbox } from './Inbox';
import type { Notification } from './notification';
import { Notifier, type NotifierParts } from './Notifier';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const begin = Date.parse('2026-03-10T00:00:00Z');

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const shipped = readAlerting(join(root, 'provisioning/alerting'), join(root, 'notify/policies.yaml'), {});
/** A rule as it is shipped, whose query nobody answers here. */
const ruleOf = (kind: string): AlertRule => ({
  ...shipped.rules.find(({ uid }) => uid.startsWith(`cellthread-${kind}-`))!,
  labels: { team: 'quality' },
  annotations: {},
  queries: [],
});

/** An alert that fires from one moment to another, seconds after the begin. */
interface Stretch {
  labels: Record<string, string>;
  from: number;
  to: number;
}

/** A machine is found for three hours after a cell. */
const cell = (from: number, more: Record<string, string> = {}): Stretch => ({
  labels: { kind: 'out-of-spec', severity: 'safety', equipment: 'm-1', characteristic: 'leak', ...more },
  from,
  to: from + 3 * 3600,
});

/** What people are told in three days by the tree and contact points that are shipped: `second status number of alerts, contact point`. */
async function toldOf(stretches: Stretch[], rule = ruleOf('safety')): Promise<string[]> {
  const told: string[] = [];
  let now = begin;
  const at = () => (now - begin) / SECOND;
  const notifier = new Notifier({
    alerting: shipped,
    sources: {},
    texts: {
      rule: () => Promise.resolve({}),
      message: (_: unknown, __: unknown, { receiver, status, alerts }: Notification) => {
        told.push(`${at()} ${status} ${alerts.length}, ${receiver}`);
        return Promise.resolve('');
      },
    },
    publisher: { publish: () => Promise.resolve() },
    inbox: new Inbox(),
    log: (_: unknown, text: string) => assert.fail(text),
    externalURL: () => '',
  } as unknown as NotifierParts);
  const states = new RuleStates(rule);
  for (; now < begin + 72 * HOUR; now += 10 * SECOND) {
    const fires = stretches.filter(({ from, to }) => at() >= from && at() < to);
    const results = fires.map(({ labels }) => ({ labels, state: 'Alerting' as const, values: {} }));
    await notifier.take(rule, states.take(results, now), { atMs: now, now });
    await notifier.flush(now);
  }
  return told;
}

const SAFETY = 'cellthread-quality-safety';

test('of a machine that brings a cell now and then one message is sent, and a new one after a day without', async () => {
  const hours = [0, 2, 9, 32, 57].map((hour) => cell(hour * 3600));
  assert.deepEqual(await toldOf(hours), [`0 firing 1, ${SAFETY}`, `${57 * 3600} firing 1, ${SAFETY}`]);
});

test('whatever other machines do meanwhile', async () => {
  const hours = [0, 2, 9, 32].map((hour) => cell(hour * 3600));
  const others = Array.from({ length: 24 }, (_, i) => cell((3 * i + 1) * 3600, { equipment: 'm-2' }));
  assert.deepEqual(await toldOf([...hours, ...others]), [`0 firing 1, ${SAFETY}`, `3600 firing 1, ${SAFETY}`]);
});

test('another characteristic or machine waits for none', async () => {
  const told = await toldOf([cell(0), cell(10, { characteristic: 'insulation' }), cell(20, { equipment: 'm-2' })]);
  assert.deepEqual(told, [`0 firing 1, ${SAFETY}`, `10 firing 1, ${SAFETY}`, `20 firing 1, ${SAFETY}`]);
});

test('a process that is a matter of safety is told at once, and that it is over', async () => {
  const told = await toldOf([{ ...cell(0, { kind: 'out-of-control' }), to: 3600 }], ruleOf('ooc'));
  assert.equal(told.length, 2);
  assert.match(told[0]!, / firing 1, cellthread-quality$/);
  assert.match(told[1]!, / resolved 1, cellthread-quality$/);
});
