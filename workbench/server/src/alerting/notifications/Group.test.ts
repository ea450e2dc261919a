import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Alert } from './Alert';
import { Group } from './Group';

const waits = { groupWaitMs: 10_000, groupIntervalMs: 60_000, repeatIntervalMs: 4 * 3_600_000 };
const MINUTE = 60_000;

const alert = (name: string, startsAt: number, endsAt: number): Alert => ({
  labels: { name },
  annotations: {},
  values: {},
  startsAt,
  endsAt,
  updatedAt: 0,
});

/** A group with a clock: `fires` and `ends` tell it of alerts, `at` says what it sends at a moment. */
function clocked(sendResolved = true) {
  const group = new Group(waits, sendResolved, 0);
  return {
    group,
    fires: (name: string, nowMs: number, startsAt = nowMs) =>
      group.insert(alert(name, startsAt, nowMs + 10 * MINUTE), nowMs),
    ends: (name: string, nowMs: number, startsAt: number) => group.insert(alert(name, startsAt, nowMs), nowMs),
    at: (nowMs: number, delivered = true) => {
      const tidings = group.flush(nowMs);
      if (!tidings) {
        return 'nothing';
      }
      if (delivered) {
        group.delivered(tidings, nowMs);
      }
      const names = (set: Set<string>) => [...set].map((key) => (JSON.parse(key) as string[][])[0]![1]).join('+');
      return `${names(tidings.firing)}/${names(tidings.resolved)}`;
    },
  };
}

test('the first message waits for company', () => {
  const { fires, at } = clocked();
  fires('a', 0);
  assert.equal(at(9_000), 'nothing');
  fires('b', 9_000);
  assert.equal(at(10_000), 'a+b/');
});

test('it does not wait for what has fired for longer already', () => {
  const { fires, at } = clocked();
  fires('a', 1000, -20_000);
  assert.equal(at(1000), 'a/');
});

test('what fires on is told once, and again after the repeat interval', () => {
  const { fires, at } = clocked();
  const told: string[] = [];
  for (let now = 0; now <= 9 * 3_600_000; now += 30_000) {
    fires('a', now, 0);
    const said = at(now);
    if (said !== 'nothing') {
      told.push(`${Math.round(now / 3_600_000)} h ${said}`);
    }
  }
  assert.deepEqual(told, ['0 h a/', '4 h a/', '8 h a/']);
});

test('another alert of the group is told with the next interval, beside what still fires', () => {
  const { fires, at } = clocked();
  fires('a', 0);
  assert.equal(at(10_000), 'a/');
  fires('b', 20_000);
  assert.equal(at(30_000), 'nothing');
  assert.equal(at(70_000), 'a+b/');
});

test('the end is told once, with what is over', () => {
  const { group, fires, ends, at } = clocked();
  fires('a', 0);
  fires('b', 0);
  assert.equal(at(10_000), 'a+b/');
  ends('a', 40_000, 0);
  assert.equal(at(70_000), 'b/a');
  ends('b', 80_000, 0);
  assert.equal(at(130_000), '/b');
  ends('b', 140_000, 0);
  assert.equal(at(190_000), 'nothing');
  assert.equal(group.empty, true);
});

test('what began and ended between two messages is told to nobody', () => {
  const { fires, ends, at } = clocked();
  fires('a', 0);
  ends('a', 5_000, 0);
  assert.equal(at(10_000), 'nothing');
});

test('an alert that is heard of no more is over when its time has passed', () => {
  const { fires, at } = clocked();
  fires('a', 0);
  assert.equal(at(10_000), 'a/');
  assert.equal(at(10 * MINUTE + 10_000), '/a');
});

test('it is not over while nobody looks: late evaluations end nothing', () => {
  const { group, fires, at } = clocked();
  fires('a', 0);
  assert.equal(at(10_000), 'a/');
  assert.equal(group.flush(20 * MINUTE, 9 * MINUTE), undefined);
  assert.equal(group.flush(30 * MINUTE, 11 * MINUTE)?.resolved.size, 1);
});

test('what was not delivered is news at the next interval', () => {
  const { fires, at } = clocked();
  fires('a', 0);
  assert.equal(at(10_000, false), 'a/');
  assert.equal(at(70_000), 'a/');
  assert.equal(at(130_000), 'nothing');
});

test('an alert that fires again is told again', () => {
  const { fires, ends, at } = clocked();
  fires('a', 0);
  assert.equal(at(10_000), 'a/');
  ends('a', 40_000, 0);
  assert.equal(at(70_000), '/a');
  fires('a', 100_000);
  assert.equal(at(130_000), 'a/');
});

test('a receiver that wants no end is not sent one for its own sake', () => {
  const { fires, ends, at } = clocked(false);
  fires('a', 0);
  fires('b', 0);
  assert.equal(at(10_000), 'a+b/');
  ends('a', 40_000, 0);
  assert.equal(at(70_000), 'nothing');
});

test('after a restart what was told is not told again, and its end is', () => {
  const before = clocked();
  before.fires('a', 0);
  assert.equal(before.at(10_000), 'a/');
  const { group, fires, ends, at } = clocked();
  group.restore(JSON.parse(JSON.stringify(before.group.saved())));
  fires('a', 100_000, 0);
  assert.equal(at(130_000), 'nothing');
  ends('a', 180_000, 0);
  assert.equal(at(190_000), '/a');
});
