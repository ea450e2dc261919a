import { createHash } from 'node:crypto';
import { loadPlan } from '@cellthread/plan/load';
import { cellIdTrouble } from '../../faults/cellIdTrouble';
import { readPlant } from '../../plant/readPlant';
import { faults as lfpFaults } from './faults/faults';
import { world } from '../../world/world';
import { type WorldOptions } from '../../world/WorldOptions';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 10, 24, 10);
const plant = readPlant(loadPlan());

/** sha256 of every message until `until`, in order. */
function digest(options: Partial<WorldOptions>, until: number): string {
  const sha = createHash('sha256');
  const all: WorldOptions = {
    startMs: start,
    liveMs: start + HOUR,
    sinceMs: start,
    thinCells: 0,
    compress: 600,
    cells: Infinity,
    defects: 1,
    epoch: 0,
    faults: [],
    ...options,
  };
  for (const { topic, payload, timeMs } of world(plant, 1, all)) {
    if (timeMs > until) {
      break;
    }
    sha.update(`${timeMs} ${topic} ${JSON.stringify(payload)}\n`);
  }
  return sha.digest('hex');
}

// Whoever changes these changes what every seed ever meant: records, screenshots and benchmarks of the line.
test('seed 1 of the default plant gives the records it always gave', () => {
  expect(digest({}, start + 2 * HOUR)).toBe('6636a4169a29943f4d78cbf715c659650b74946deb8ec6affb718ad29762bc1b');
});

test('and with every fault of its own at once', () => {
  const settings = { plant, seed: 1, fromMs: start + HOUR / 2, toMs: Infinity };
  const faults = [cellIdTrouble, ...lfpFaults].map((kind) => kind.start(settings));
  expect(digest({ faults }, start + 2 * HOUR)).toBe('aca9042fe85be5bb7ff21f9fe11ecf0b0707ba5a8abe92a247cbe8a5349e52bf');
});

test('and in its thin past', () => {
  expect(digest({ sinceMs: start - 21 * 24 * HOUR, thinCells: 20 }, start)).toBe(
    '4fb26e32e08b5d7ca58d21b60c528ba89b8db4c05c25118bd344265513fb7c75'
  );
});
