import { loadPlan } from '@cellthread/plan/load';
import { faultKindOf } from '../../../faults/faultKinds';
import { readPlant } from '../../../plant/readPlant';
import { world } from '../../../world/world';
import { faults } from './faults';

const HOUR = 3_600_000;
const plant = readPlant(loadPlan());
const start = Date.UTC(2026, 10, 24, 10);
const fromMs = start + HOUR;

interface Visit {
  station: string;
  equipment: string;
  position?: string;
  cell: string;
  number: number;
  at: number;
  values: Record<string, number>;
  reason?: string;
}

/** Every result of a line with one fault, the parents of its rolls and batches, and the truth. */
function simulate(id: string, place: string, hours: number) {
  const fault = faultKindOf(plant, id).start({ plant, seed: 1, fromMs, toMs: Infinity, place });
  const options = { sinceMs: start, thinCells: 0, compress: 600, cells: Infinity, defects: 1, epoch: 0 };
  const visits: Visit[] = [];
  const parents = new Map<string, string[]>();
  for (const { topic, payload, timeMs } of world(plant, 1, {
    ...options,
    startMs: start,
    liveMs: start + 24 * HOUR,
    faults: [fault],
  })) {
    if (timeMs > start + hours * HOUR) {
      break;
    }
    const [, , , , , , equipment = '', contract = '', station = ''] = topic.split('/');
    const p = payload as Record<string, never>;
    if (contract === '_genealogy') {
      const child: string = p.child_id ?? '';
      parents.set(child, [...(parents.get(child) ?? []), p.parent_id ?? '']);
    }
    if (contract === '_cellresult') {
      visits.push({
        station,
        equipment,
        position: p.position,
        cell: p.cell_id ?? p.item_id ?? '',
        number: p.visit ?? 0,
        at: p.timestamp_ms ?? 0,
        values: p.values ?? {},
        reason: p.reason,
      });
    }
  }
  return { visits, parents, truth: fault.truth() };
}

const deviation = (list: readonly number[]) => {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  return Math.sqrt(list.reduce((sum, v) => sum + (v - mean) ** 2, 0) / list.length);
};

test.each(faults.map((kind) => [kind.id, kind] as const))(
  '%s may sit at any of its places, and says so',
  (_id, kind) => {
    const places = kind.takes.among(plant);
    expect(places.length).toBeGreaterThan(0);
    for (const place of [...places.slice(0, 2), ...places.slice(-1)]) {
      const truth = kind.start({ plant, seed: 1, fromMs, toMs: Infinity, place }).truth();
      const { equipment, position = '', line, zone } = truth;
      expect([...equipment, equipment[0] && `${equipment[0]}.${position}`, line, zone]).toContain(place);
    }
    expect(() => kind.start({ plant, seed: 1, fromMs, toMs: Infinity, place: 'nowhere' })).toThrow(
      /"nowhere" is no .+: choose one of .+/
    );
  }
);

test('a machine alone means its usual position, and a former id is understood', () => {
  const at = (id: string, place?: string) =>
    faultKindOf(plant, id).start({ plant, seed: 1, fromMs, toMs: Infinity, place }).truth();
  expect(at('nozzle-wavering', 'filler-03')).toMatchObject({ equipment: ['filler-03'], position: 'nozzle-4' });
  expect(at('nozzle-4-wavering')).toMatchObject({
    id: 'nozzle-wavering',
    equipment: ['filler-02'],
    position: 'nozzle-4',
  });
});

test('a nozzle of another machine wavers, it alone, and the truth knows the first cell and the first bad one', () => {
  const { visits, truth } = simulate('nozzle-wavering', 'filler-03.nozzle-7', 4);
  const fills = visits.filter(({ station, number, at }) => station === 'filling' && number === 1 && at >= fromMs);
  const own = fills.filter(({ equipment, position }) => equipment === 'filler-03' && position === 'nozzle-7');
  const usual = fills.filter(({ equipment, position }) => equipment === 'filler-02' && position === 'nozzle-4');
  const body = (list: Visit[]) => list.flatMap(({ values: { fill_mass: mass = NaN } }) => (mass > 700 ? mass : []));
  expect(deviation(body(own))).toBeGreaterThan(2.5 * deviation(body(usual)));
  const [first] = own;
  expect(truth).toMatchObject({ what: 'spread', first: { item: first?.cell, at_ms: first?.at, number: 1 } });
  const bad = own.find(({ reason }) => reason === 'fill_mass');
  expect(truth.first_out_of_spec).toEqual({
    item: bad?.cell,
    at_ms: bad?.at,
    number: own.findIndex(({ cell }) => cell === bad?.cell) + 1,
  });
});

test('leakers of one told welder are seen at the leak test, where the truth sends one', () => {
  const { visits, truth } = simulate('welder-leakers', 'case-welder-09', 4);
  expect(truth.shows).toEqual({ station: 'leak_prefill', characteristics: ['pressure_decay'], what: 'share' });
  const welded = visits.filter(({ station, cell }) => station === 'case_welding' && truth.cells.includes(cell));
  expect(new Set(welded.map(({ equipment }) => equipment))).toEqual(new Set(['case-welder-09']));
  const { item, at_ms } = truth.first_out_of_spec ?? {};
  const seen = visits.find(({ station, cell, at }) => station === 'leak_prefill' && cell === item && at === at_ms);
  expect(seen?.reason).toBe('pressure_decay');
});

test('what is spoiled on a roll counts from the roll, and its cells are those made of it', () => {
  const { truth } = simulate('light-coating-lane', 'coater-02.lane-1', 3);
  const rolls = truth.detail?.parts as string[];
  expect(rolls.length).toBeGreaterThan(2);
  expect(truth).toMatchObject({ line: 'line-2', position: 'lane-1', first: { item: rolls[0], number: 1 } });
  expect(truth.cells.length).toBeGreaterThan(50);
  expect(truth.cells.some((cell) => rolls.includes(cell))).toBe(false);
});

test('a cathode lot is a lot: its batches, the rolls coated of them and their cells, whatever the clock says', () => {
  const { visits, parents, truth } = simulate('new-cathode-lot', 'line-2', 14);
  const lot = truth.lot ?? '';
  expect(lot).toMatch(/^LFP-2/);
  const of = (parent: string) => [...parents].flatMap(([child, all]) => (all.includes(parent) ? child : []));
  const batches = of(lot);
  const rolls = batches.flatMap(of);
  expect(batches.length).toBeGreaterThan(1);
  expect(truth.detail?.parts).toEqual(expect.arrayContaining([...batches, ...rolls]));
  expect((truth.detail?.parts as string[]).length).toBe(batches.length + rolls.length);
  const coats = visits.filter(({ station, equipment }) => station === 'coating' && equipment === 'coater-02');
  const weights = (mine: boolean) =>
    coats.flatMap(({ cell, values: { areal_weight_c: w } }) =>
      w !== undefined && rolls.includes(cell) === mine ? w : []
    );
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const { sigma = 1 } = plant.characteristics.find(({ id }) => id === 'areal_weight_c')?.specs.get('lfp-202') ?? {};
  expect((mean(weights(true)) - mean(weights(false))) / sigma).toBeLessThan(-0.4);
  const made = truth.cells.map((cell) => parents.get(cell) ?? []);
  expect(made.length).toBeGreaterThan(100);
  // A cell may begin on the roll of one batch and end on that of the next.
  const mothers = (all: string[]) => all.flatMap((slit) => parents.get(slit) ?? []);
  expect(made.filter((all) => !mothers(all).some((roll) => rolls.includes(roll)))).toEqual([]);
});

test('a worn fixture makes cells grow for three days, by two of the five standard deviations to their limit', () => {
  const fault = faultKindOf(plant, 'fixture-wear').start({ plant, seed: 1, fromMs, toMs: Infinity });
  const truth = fault.truth();
  expect(truth).toMatchObject({
    equipment: ['case-welder-03'],
    position: 'fixture-1',
    characteristics: ['cell_length'],
  });
  const [equipment] = plant.lines[0]?.equipment.get('case_welding')?.filter(({ id }) => id === 'case-welder-03') ?? [];
  const station = plant.stations.find(({ id }) => id === 'case_welding');
  const { index = 0 } = plant.characteristics.find(({ id }) => id === 'cell_length') ?? {};
  const shiftAt = (day: number): number => {
    const z = new Float64Array(plant.characteristics.length);
    const subject = { id: `cell-${day}`, key: day, product: 'lfp-202', z, groups: {} };
    const at = {
      line: plant.lines[0],
      equipment,
      station,
      position: equipment?.positions[0],
      endMs: fromMs + day * 24 * HOUR,
    };
    fault.make?.({ ...at, subject } as never);
    return z[index] as number;
  };
  expect([0, 1, 2, 3, 9].map(shiftAt).map((z) => Number(z.toFixed(2)))).toEqual([0, 0.67, 1.33, 2, 2]);
});
