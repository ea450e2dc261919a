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
  expect(digest({}, start + 2 * HOUR)).toBe('5f510dc6108a2640603deabbf86909a521ca2ce30957830c69b195f967beabdc');
});

test('and with every fault of its own at once', () => {
  const settings = { plant, seed: 1, fromMs: start + HOUR / 2, toMs: Infinity };
  const faults = [cellIdTrouble, ...lfpFaults].map((kind) => kind.start(settings));
  expect(digest({ faults }, start + 2 * HOUR)).toBe('e1fc4567e70a4a543439b3a47ff3d35de32ea07bd414d5c488c5a9d94bfeb419');
});

test('and in its thin past', () => {
  expect(digest({ sinceMs: start - 21 * 24 * HOUR, thinCells: 20 }, start)).toBe(
    'b648fdb0bdceb998535f9eb84aa63e7fc6cc9e36c29b04db7c0da0f6b90be711'
  );
});
