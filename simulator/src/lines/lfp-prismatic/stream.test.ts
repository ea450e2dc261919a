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
  expect(digest({}, start + 2 * HOUR)).toBe('c3d8d86908a7e5fb43e7066c870889151634d254a1c4d4588339849c7b27f98c');
});

test('and with every fault of its own at once', () => {
  const settings = { plant, seed: 1, fromMs: start + HOUR / 2, toMs: Infinity };
  const faults = [cellIdTrouble, ...lfpFaults].map((kind) => kind.start(settings));
  expect(digest({ faults }, start + 2 * HOUR)).toBe('4f51e0be65a2a4ce5ff83d6e9178ecbc85cb6f382f3fdc59defb5ee40e4857b1');
});

test('and in its thin past', () => {
  expect(digest({ sinceMs: start - 21 * 24 * HOUR, thinCells: 20 }, start)).toBe(
    '1f30b44e026ab39a845255071635609d9d40734285b0ccda043fcd39f4252b2b'
  );
});
