import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../../../plant/readPlant';
import { world } from '../../../world/world';

const DAY = 86_400_000;
const plant = readPlant(loadPlan());
const start = Date.UTC(2026, 10, 23, 8);
const late = ['formation', 'capacity', 'aging', 'eol'];

interface Result {
  cell_id?: string;
  visit: number;
  run_type: string;
  product: string;
  verdict: string;
  reason?: string;
  values: Record<string, number>;
}

/** Cells of a thin past: their first values by characteristic, and what they failed in. */
function past(defects: number) {
  const options = { thinCells: 260, compress: 150, cells: Infinity, epoch: 0, faults: [] };
  const cells = new Map<string, { values: Record<string, number>; failed: { station: string; reason: string }[] }>();
  for (const { topic, payload, timeMs } of world(plant, 3, {
    ...options,
    defects,
    startMs: start,
    liveMs: start + DAY,
    sinceMs: start - 35 * DAY,
  })) {
    if (timeMs > start) {
      break;
    }
    const { cell_id, visit, run_type, product, verdict, reason, values } = payload as unknown as Result;
    if (cell_id === undefined || visit !== 1 || run_type !== 'production' || product !== 'lfp-202') {
      continue;
    }
    const cell = cells.get(cell_id) ?? { values: {}, failed: [] };
    cells.set(cell_id, cell);
    Object.assign(cell.values, values);
    const station = topic.slice(topic.lastIndexOf('/') + 1);
    if (verdict !== 'ok' && late.includes(station)) {
      cell.failed.push({ station, reason: reason ?? '' });
    }
  }
  return [...cells.values()];
}

const drawn = past(1);
const followed = past(0);
const share = (cells: typeof drawn) => cells.filter(({ failed }) => failed.length > 0).length / cells.length;

test('about half of what fails from formation on follows from what happened before', () => {
  expect(drawn.length).toBeGreaterThan(10_000);
  expect(share(drawn)).toBeGreaterThan(0.014);
  expect(share(drawn)).toBeLessThan(0.03);
  expect(share(followed) / share(drawn)).toBeGreaterThan(0.35);
  expect(share(followed) / share(drawn)).toBeLessThan(0.65);
});

test.each([
  ['cells short of capacity were filled with less', 'capacity', 'fill_mass', -1],
  ['cells that discharge themselves have narrow overhangs', 'k_value', 'anode_overhang_min', -1],
  ['cells that are too thick have thick stacks', 'cell_thickness', 'stack_thickness', 1],
] as const)('%s', (_sentence, effect, cause, side) => {
  const failed = followed.filter((cell) => cell.failed.some(({ reason }) => reason.split(' ').includes(effect)));
  const { target = 0, sigma = 1 } = plant.characteristics.find(({ id }) => id === cause)?.specs.get('lfp-202') ?? {};
  const off = (cells: typeof drawn) => {
    const values = cells.flatMap(({ values: v }) => v[cause] ?? []).sort((a, b) => a - b);
    return (side * ((values[values.length >> 1] as number) - target)) / sigma;
  };
  expect(failed.length).toBeGreaterThan(4);
  expect(off(failed)).toBeGreaterThan(1);
  expect(Math.abs(off(followed))).toBeLessThan(0.2);
});
