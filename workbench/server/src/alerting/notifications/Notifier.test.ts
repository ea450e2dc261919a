import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertRule } from '../rules/AlertRule';
import type { MuteTiming } from '../rules/muteTiming';
import { RuleStates } from '../states/RuleStates';
import { Inbox } from './Inbox';
import type { Notification } from './notification';
import { Notifier, type NotifierParts } from './Notifier';

const MINUTE = 60_000;
const midnight = Date.parse('2026-03-10T00:00:00Z');

const stop: MuteTiming = {
  name: 'stop',
  time_intervals: [{ times: [{ start_time: '06:00', end_time: '08:00' }], location: 'UTC' }],
};

const rule = {
  uid: 'u',
  title: 't',
  group: 'g',
  folder: 'f',
  intervalMs: MINUTE,
  forMs: 0,
  keepFiringForMs: 0,
  missingEvalsToResolve: 1,
  noDataState: 'OK',
  execErrState: 'KeepLast',
  labels: {},
  annotations: {},
  queries: [],
  threshold: { refId: 'B', expression: 'A', type: 'gt', params: [0] },
  routing: {
    receiver: 'line',
    groupBy: [],
    groupWaitMs: 30_000,
    groupIntervalMs: 5 * MINUTE,
    repeatIntervalMs: 24 * 60 * MINUTE,
    muteTimings: ['stop'],
  },
} satisfies AlertRule;

const point = { name: 'line', topic: 't', qos: 0, retain: false, format: 'text', message: 'm', sendResolved: true };

/** What a day's messages say, of an alert that fires in these stretches of it. */
async function toldOf(stretches: Array<[from: string, to: string]>): Promise<string[]> {
  const told: string[] = [];
  const texts = {
    rule: () => Promise.resolve({}),
    message: (_: unknown, __: unknown, { status }: Notification) => Promise.resolve(status),
  };
  let now = midnight;
  const clock = () => new Date(now).toISOString().slice(11, 16);
  const notifier = new Notifier({
    alerting: { rules: [rule], refused: [], contactPoints: [point], muteTimings: [stop], templates: [] },
    sources: {},
    texts,
    publisher: { publish: (_topic: string, text: string) => Promise.resolve(void told.push(`${clock()} ${text}`)) },
    inbox: new Inbox(),
    log: (_: unknown, text: string) => assert.fail(text),
    externalURL: () => '',
  } as unknown as NotifierParts);
  const states = new RuleStates(rule);
  for (; now < midnight + 24 * 60 * MINUTE; now += MINUTE) {
    const fires = stretches.some(([from, to]) => clock() >= from && clock() < to);
    const changes = states.take([{ labels: {}, state: fires ? 'Alerting' : 'Normal', values: {} }], now);
    await notifier.take(rule, changes, { atMs: now, now });
    await notifier.flush(now);
  }
  return told;
}

test('an alert is told when it begins and when it is over', async () => {
  assert.deepEqual(await toldOf([['05:00', '05:30']]), ['05:01 firing', '05:31 resolved']);
});

test('what begins in a mute timing and lasts is told after it; what ends in it as well is told to nobody', async () => {
  const late = await toldOf([['07:00', '09:00']]);
  assert.deepEqual(late.length, 2);
  assert.match(late[0]!, /^08:0[0-5] firing$/);
  assert.deepEqual(await toldOf([['06:30', '07:30']]), []);
});

test('as in Grafana an end in a mute timing is never told, and what begins anew after it not for a day', async () => {
  assert.deepEqual(
    await toldOf([
      ['05:00', '06:30'],
      ['09:00', '20:00'],
    ]),
    ['05:01 firing', '20:01 resolved']
  );
});
