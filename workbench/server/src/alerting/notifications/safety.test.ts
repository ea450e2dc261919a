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
/** A rule of safety as it is shipped, whose query nobody answers here. */
const rule: AlertRule = {
  ...shipped.rules.find(({ uid }) => uid.startsWith('cellthread-safety-'))!,
  labels: { team: 'quality' },
  annotations: {},
  queries: [],
};

/** An alert that fires from one moment to another, seconds after the begin. */
interface Stretch {
  labels: Record<string, string>;
  from: number;
  to: number;
}

/** A cell is found for three hours. */
const cell = (cell_id: string, from: number, more: Record<string, string> = {}): Stretch => ({
  labels: { kind: 'out-of-spec', severity: 'safety', equipment: 'm-1', characteristic: 'leak', cell_id, ...more },
  from,
  to: from + 3 * 3600,
});

/** What people are told in six hours by the tree and contact points that are shipped: `second status number of alerts, contact point`. */
async function toldOf(stretches: Stretch[]): Promise<string[]> {
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
  for (; now < begin + 6 * HOUR; now += 10 * SECOND) {
    const fires = stretches.filter(({ from, to }) => at() >= from && at() < to);
    const results = fires.map(({ labels }) => ({ labels, state: 'Alerting' as const, values: {} }));
    await notifier.take(rule, states.take(results, now), { atMs: now, now });
    await notifier.flush(now);
  }
  return told;
}

const SAFETY = 'cellthread-quality-safety';

test('a second cell is told within a minute of it, and nothing is sent when the first or the last is found no more', async () => {
  assert.deepEqual(await toldOf([cell('A', 0), cell('B', 130)]), [`0 firing 1, ${SAFETY}`, `180 firing 2, ${SAFETY}`]);
});

test('a cell of another characteristic or machine waits for none', async () => {
  const told = await toldOf([
    cell('A', 0),
    cell('B', 10, { characteristic: 'insulation' }),
    cell('C', 20, { equipment: 'm-2' }),
  ]);
  assert.deepEqual(told, [`0 firing 1, ${SAFETY}`, `10 firing 1, ${SAFETY}`, `20 firing 1, ${SAFETY}`]);
});

test('of a cell in every ten seconds for ten minutes a message a minute is sent', async () => {
  const told = await toldOf(Array.from({ length: 60 }, (_, i) => cell(`N${i}`, 10 * i)));
  assert.equal(told.length, 11);
  assert.equal(told.at(-1), `600 firing 60, ${SAFETY}`);
});

test('a process that is a matter of safety is told at once, and that it is over', async () => {
  const process = { kind: 'out-of-control', cell_id: '' };
  assert.deepEqual(await toldOf([{ ...cell('', 0, process), to: 3600 }]), [
    '0 firing 1, cellthread-quality',
    '3600 resolved 1, cellthread-quality',
  ]);
});
