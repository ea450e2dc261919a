import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTime } from './parseTime';

const now = 1_795_000_000_000;
const cases: Array<[text: unknown, ms: number]> = [
  ['1700000000000', 1_700_000_000_000],
  [1_700_000_000_000, 1_700_000_000_000],
  ['now', now],
  ['now-6h', now - 6 * 3_600_000],
  ['now+1d', now + 86_400_000],
];
for (const [text, ms] of cases) {
  test(`${text} is ${ms}`, () => assert.equal(parseTime(text, now), ms));
}

for (const text of ['', undefined, 'yesterday', 'now-1x', '2026-11-22']) {
  test(`"${text}" is refused`, () => assert.throws(() => parseTime(text, now), /invalid time range/));
}
