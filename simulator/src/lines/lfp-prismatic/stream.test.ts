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
  expect(digest({}, start + 2 * HOUR)).toBe('d34105fa7677bc67f0f7be32e9f9f13267828d062d40c2747933645fba200779');
});

test('and with every fault of its own at once', () => {
  const settings = { plant, seed: 1, fromMs: start + HOUR / 2, toMs: Infinity };
  const faults = [cellIdTrouble, ...lfpFaults].map((kind) => kind.start(settings));
  expect(digest({ faults }, start + 2 * HOUR)).toBe('24b4640a28248ab52ecf013f18fe973364715f7cb1151e8d72cffd817b323f89');
});

test('and in its thin past', () => {
  expect(digest({ sinceMs: start - 21 * 24 * HOUR, thinCells: 20 }, start)).toBe(
    '04ec54f5d0ea1a59062f73ce367a6f873accbf95dac10f112b40b32ad07043ce'
  );
});
