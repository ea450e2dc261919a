import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { RuleRunner } from './RuleRunner';
import { Scheduler } from './Scheduler';

test('where many rules wait, an urgent one and another are evaluated in turn', async () => {
  mock.timers.enable({ apis: ['Date', 'setInterval'], now: 1_000_000_000 });
  const ran: string[] = [];
  const runner = (uid: string, intervalMs: number) =>
    ({
      rule: { uid, group: 'one', intervalMs },
      health: { skipped: 0 },
      run: () => Promise.resolve((ran.push(uid), [])),
    }) as unknown as RuleRunner;
  const slow = ['a', 'b', 'c', 'd'].map((uid) => runner(uid, 60_000));
  const urgent = ['x', 'y'].map((uid) => runner(uid, 10_000));
  const scheduler = new Scheduler(
    [...slow, ...urgent],
    () => Promise.resolve(),
    () => undefined
  );
  scheduler.start();
  mock.timers.setTime(1_000_000_000 + 60_000);
  mock.timers.tick(250);
  mock.timers.reset();
  while (ran.length < 6) {
    await new Promise(setImmediate);
  }
  scheduler.stop();
  assert.deepEqual(ran, ['a', 'x', 'b', 'y', 'c', 'd']);
});
