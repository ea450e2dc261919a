import { loadPlan } from '@cellthread/plan/load';
import { type Truth } from '../../../faults/Fault';
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

/** Every result of a line with one fault, and its truth. */
function simulate(id: string, place: string, hours: number): { visits: Visit[]; truth: Truth } {
  const fault = faultKindOf(plant, id).start({ plant, seed: 1, fromMs, toMs: Infinity, place });
  const options = { sinceMs: start, thinCells: 0, compress: 600, cells: Infinity, defects: 1, epoch: 0 };
  const visits: Visit[] = [];
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
  return { visits, truth: fault.truth() };
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
  const rolls = truth.detail?.rolls as string[];
  expect(rolls.length).toBeGreaterThan(2);
  expect(truth).toMatchObject({ line: 'line-2', position: 'lane-1', first: { item: rolls[0], number: 1 } });
  expect(truth.cells.length).toBeGreaterThan(50);
  expect(truth.cells.some((cell) => rolls.includes(cell))).toBe(false);
});
