import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../../../plant/readPlant';
import { world } from '../../../world/world';
import { type WorldOptions } from '../../../world/WorldOptions';
import { type Truth } from '../../../faults/Fault';
import { faultKindOf, faultKinds } from '../../../faults/faultKinds';

const HOUR = 3_600_000;
const plant = readPlant(loadPlan());
const start = Date.UTC(2026, 10, 24, 10);
const fromMs = start + 1.5 * HOUR;
const toMs = start + 4.5 * HOUR;

interface Visit {
  station: string;
  line: string;
  equipment: string;
  position?: string;
  cell: string;
  number: number;
  at: number;
  leaves: number;
  values: Record<string, number>;
  verdict: string;
}

function simulate(
  ids: readonly string[],
  hours = 5
): { visits: Visit[]; environment: Visit[]; truths: Truth[]; lots: Visit[] } {
  const faults = ids.map((id) => faultKindOf(plant, id).start({ plant, seed: 1, fromMs, toMs }));
  const options: WorldOptions = {
    startMs: start,
    liveMs: start + 24 * HOUR,
    sinceMs: start,
    thinCells: 0,
    compress: 600,
    cells: Infinity,
    defects: 1,
    epoch: 0,
    faults,
  };
  const visits: Visit[] = [];
  const environment: Visit[] = [];
  const lots: Visit[] = [];
  for (const { topic, payload, timeMs } of world(plant, 1, options)) {
    if (timeMs > start + hours * HOUR) {
      break;
    }
    const [, , , , , line = '', equipment = '', contract = '', station = ''] = topic.split('/');
    const p = payload as Record<string, never>;
    const visit: Visit = {
      station,
      line,
      equipment,
      position: p.position,
      cell: p.cell_id ?? p.item_id ?? p.parent_id ?? '',
      number: p.visit ?? 0,
      at: p.timestamp_ms ?? 0,
      leaves: timeMs,
      values: p.values ?? {},
      verdict: p.verdict ?? '',
    };
    if (contract === '_cellresult') {
      visits.push(visit);
    } else if (contract === '_environment') {
      environment.push(visit);
    } else if (station === 'consumes') {
      lots.push(visit);
    }
  }
  return { visits, environment, truths: faults.map((fault) => fault.truth()), lots };
}

const calm = simulate([]);
const faulty = simulate(['nozzle-wavering', 'welder-leakers', 'calender-drift', 'cell-id-trouble']);
const [nozzle, welders, calender, ids] = faulty.truths as [Truth, Truth, Truth, Truth];

const inside = ({ at }: Visit) => at >= fromMs && at < toMs;
const values = (list: readonly Visit[], id: string) => list.flatMap(({ values: v }) => v[id] ?? []);
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const deviation = (list: readonly number[]) => Math.sqrt(mean(list.map((v) => (v - mean(list)) ** 2)));

test('every fault can be started and says who, where, from when to when', () => {
  for (const kind of faultKinds.values()) {
    const truth = kind.start({ plant, seed: 1, fromMs, toMs }).truth();
    expect(truth).toMatchObject({ id: kind.id, title: kind.title, silent: kind.silent ?? false, site: plant.site });
    expect(truth.from_ms).toBe(fromMs);
    expect(truth.to_ms).toBeGreaterThan(fromMs);
    expect(plant.stations.map(({ id }) => id).concat('*')).toContain(truth.station);
    expect(truth.characteristics.every((id) => plant.characteristics.some((c) => c.id === id))).toBe(true);
  }
});

test('the wavering nozzle spreads three times as much as its sisters, they are calm, and the truth names its cells', () => {
  const fills = faulty.visits.filter((v) => v.station === 'filling' && v.number === 1 && inside(v));
  const own = fills.filter((v) => v.equipment === nozzle.equipment[0] && v.position === nozzle.position);
  const sisters = fills.filter((v) => v.equipment === nozzle.equipment[0] && v.position !== nozzle.position);
  expect(nozzle).toMatchObject({ equipment: ['filler-02'], position: 'nozzle-4', station: 'filling' });
  const body = values(sisters, 'fill_mass').filter((v) => v > 780 && v < 820);
  expect(deviation(values(own, 'fill_mass'))).toBeGreaterThan(3 * deviation(body));
  expect(own.map(({ cell }) => cell)).toEqual(expect.arrayContaining(nozzle.cells.slice(0, 5)));
  expect(new Set(nozzle.cells).size).toBeGreaterThanOrEqual(new Set(own.map(({ cell }) => cell)).size - 2);
  expect(values(own, 'fill_mass').filter((v) => v < 788 || v > 812).length).toBeGreaterThan(4);
});

test('leakers come from the two welders of the truth', () => {
  const leaking = new Set(
    faulty.visits
      .filter((v) => v.station === 'leak_prefill' && v.number === 3 && v.verdict === 'nok')
      .map(({ cell }) => cell)
  );
  expect(welders.equipment).toEqual(['case-welder-05', 'case-welder-06']);
  expect(welders.cells.length).toBeGreaterThan(5);
  const tested = new Set(
    faulty.visits.filter((v) => v.station === 'leak_prefill' && v.number === 3).map(({ cell }) => cell)
  );
  expect(welders.cells.filter((cell) => tested.has(cell) && !leaking.has(cell))).toEqual([]);
  const firsts = faulty.visits.filter((v) => v.station === 'case_welding' && v.number === 1);
  // An ID that was read twice may stand for a neighbour.
  const once = (cell: string) => firsts.filter((v) => v.cell === cell).length === 1;
  const welded = firsts.filter(({ cell }) => welders.cells.includes(cell) && once(cell));
  expect(new Set(welded.map(({ equipment }) => equipment))).toEqual(new Set(welders.equipment));
});

test('the calender drifts away but not out of its spec', () => {
  const rolls = (list: typeof calm) =>
    values(
      list.visits.filter((v) => v.equipment === calender.equipment[0] && v.at > toMs - HOUR && v.at < toMs),
      'press_density_c'
    );
  const shift = mean(rolls(faulty)) - mean(rolls(calm));
  expect(shift).toBeLessThan(-0.012);
  expect(Math.min(...rolls(faulty))).toBeGreaterThan(2.25);
  expect(calender.cells.length).toBeGreaterThan(100);
  expect((calender.detail?.parts as string[]).length).toBeGreaterThan(2);
});

test('cell IDs come twice, not at all and late, and the truth lists each', () => {
  const detail = ids.detail as Record<'duplicate' | 'missing' | 'late', string[]>;
  for (const kind of ['duplicate', 'missing', 'late'] as const) {
    expect(detail[kind].length).toBeGreaterThan(10);
  }
  const concerned = faulty.visits.filter((v) => v.line === ids.line && inside(v));
  const unread = concerned.filter(({ cell, station }) => cell === '' && station !== 'module' && station !== 'pack');
  expect(unread.length).toBe(detail.missing.length);
  const seen = new Map<string, number>();
  concerned.forEach(({ cell, station, number }) => {
    const key = `${cell} ${station} ${number}`;
    seen.set(key, (seen.get(key) ?? 0) + (cell.startsWith('0EPC') ? 1 : 0));
  });
  expect([...seen.values()].filter((n) => n > 1).length).toBeGreaterThan(detail.duplicate.length * 0.9);
  const late = faulty.visits.filter(({ at, leaves }) => leaves - at > 3 * 60_000);
  expect(late.length).toBeGreaterThan(detail.late.length * 0.7);
});

test('the truth never enters the stream', () => {
  const text = JSON.stringify(faulty.visits.slice(-5000));
  expect([...faultKinds.keys()].filter((id) => text.includes(id))).toEqual([]);
});

describe('what must stay silent', () => {
  const silent = simulate(['benign-lot-shift', 'door-opened', 'lot-change-at-shift-change']);
  const [shift, door, change] = silent.truths as [Truth, Truth, Truth];

  test('says so in the truth', () => {
    expect(silent.truths.map(({ silent: s }) => s)).toEqual([true, true, true]);
  });

  test('a benign lot is half a standard deviation off and makes no more rejects', () => {
    const lengths = (list: typeof calm) =>
      list.visits.filter((v) => v.station === 'case_welding' && v.line === shift.line && v.number === 1 && inside(v));
    const body = (list: typeof calm) => values(lengths(list), 'cell_length').filter((v) => v > 206.5 && v < 207.5);
    expect(mean(body(silent)) - mean(body(calm))).toBeCloseTo(0.05, 2);
    const rejects = (list: typeof calm) => lengths(list).filter(({ verdict }) => verdict !== 'ok').length;
    expect(rejects(silent) - rejects(calm)).toBeLessThanOrEqual(1);
  });

  test('an open door is seen in the dew point, which stays inside its limit', () => {
    const dew = (list: typeof calm) =>
      list.environment.filter(
        (v) => v.values.dew_point !== undefined && v.at >= door.from_ms && v.at < (door.to_ms ?? 0)
      );
    const before = values(dew(calm), 'dew_point');
    const during = values(dew(silent), 'dew_point');
    expect(mean(during)).toBeGreaterThan(mean(before) + 2);
    expect(Math.max(...during)).toBeLessThan(-40);
  });

  test('a new electrolyte lot comes with the first cells of the next shift', () => {
    const boundary = plant.calendar.shiftAt(fromMs).number + 1;
    const loaded = silent.lots.filter(
      ({ cell, at, line }) => line === change.line && cell.startsWith('EL-') && at > fromMs
    );
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.every(({ at }) => plant.calendar.shiftAt(at).number === boundary)).toBe(true);
    expect(change.cells.length).toBeGreaterThan(50);
  });
});
