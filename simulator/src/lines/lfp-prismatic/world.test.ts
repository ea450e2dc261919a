import { loadPlan } from '@cellthread/plan/load';
import { faultKindOf } from '../../faults/faultKinds';
import { cellCodePattern } from '../../plant/cellCode';
import { readPlant } from '../../plant/readPlant';
import { type Message } from '../../world/Message';
import { world } from '../../world/world';
import { type WorldOptions } from '../../world/WorldOptions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const plant = readPlant(loadPlan());
const start = Date.UTC(2026, 10, 23, 8);
const dense: WorldOptions = {
  startMs: start,
  liveMs: start + 24 * HOUR,
  sinceMs: start,
  thinCells: 0,
  compress: 150,
  cells: Infinity,
  defects: 1,
  epoch: 0,
  faults: [],
};

function take(options: WorldOptions, until: number, seed = 1): Message[] {
  const messages: Message[] = [];
  for (const message of world(plant, seed, options)) {
    if (message.timeMs > until) {
      break;
    }
    messages.push(message);
  }
  return messages;
}

interface Row {
  contract: string;
  name: string;
  line: string;
  equipment: string;
  p: Record<string, unknown> & { values: Record<string, number>; lots?: Record<string, string>; timestamp_ms: number };
}

const rows = (messages: readonly Message[]): Row[] =>
  messages.map(({ topic, payload }) => {
    const [, , , , , line = '', equipment = '', contract = '', name = ''] = topic.split('/');
    return { contract, name, line, equipment, p: payload as Row['p'] };
  });

const hours8 = take(dense, start + 8 * HOUR);
const all8 = rows(hours8);
const cellVisits = all8.filter(({ contract, p }) => contract === '_cellresult' && typeof p.cell_id === 'string');

describe('eight hours at full rate', () => {
  test('messages leave in the order of time', () => {
    expect(hours8.every((m, i) => i === 0 || m.timeMs >= (hours8[i - 1] as Message).timeMs)).toBe(true);
  });

  test('are at most 110 000 records and at least 2 500 cells a line', () => {
    expect(hours8.length).toBeLessThan(110_000);
    for (const line of plant.lines) {
      const ids = new Set(cellVisits.filter((r) => r.line === line.id).map(({ p }) => p.cell_id));
      expect(ids.size).toBeGreaterThan(2500);
    }
  });

  test('every station of the plan reports, and so does every zone', () => {
    const reported = new Set(all8.map(({ contract, name }) => `${contract}/${name}`));
    const wanted = [
      ...plant.stations.map(({ id }) => `_cellresult/${id}`),
      ...[...plant.zones.keys()].map((zone) => `_environment/${zone}`),
      ...['consumes', 'contains', 'carried_by', 'cut_from'].map((relation) => `_genealogy/${relation}`),
      ...['scrap', 'rework', 'tool-change', 'master-check'].map((kind) => `_event/${kind}`),
    ];
    expect(wanted.filter((name) => !reported.has(name))).toEqual([]);
  });

  test('a machine that is told to have states says running, planned-stop and fault', () => {
    const states = new Set(all8.filter(({ contract }) => contract === '_state').map(({ p }) => p.state));
    expect([...states]).toEqual(expect.arrayContaining(['running', 'fault']));
  });

  test('cell codes fit the pattern and belong to one cell only', () => {
    const launched = cellVisits.filter(
      ({ name, p }) => name === 'stacking' && p.visit === 1 && p.run_type !== 'master'
    );
    const ids = launched.map(({ p }) => String(p.cell_id));
    expect(ids.every((id) => cellCodePattern.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('item, station and visit name a record once', () => {
    const keys = all8
      .filter(({ contract }) => contract === '_cellresult')
      .map(({ name, p }) => [name, p.cell_id ?? p.item_id, p.visit].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('visit numbers of a cell at a station rise by one, and only the last may be ok', () => {
    const byPlace = new Map<string, Row[]>();
    for (const row of cellVisits.filter(({ p }) => p.run_type !== 'master')) {
      const key = `${String(row.p.cell_id)} ${row.name}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), row]);
    }
    const places = [...byPlace.values()].map((visits) => visits.sort((a, b) => a.p.timestamp_ms - b.p.timestamp_ms));
    expect(places.filter((visits) => visits.some(({ p }, i) => p.visit !== i + 1))).toEqual([]);
    expect(places.filter((visits) => visits.slice(0, -1).some(({ p }) => p.verdict === 'ok'))).toEqual([]);
    expect(places.filter((visits) => visits.length > 1).length).toBeGreaterThan(50);
  });

  test('what was scrapped is not seen again', () => {
    const scrapped = new Map(
      all8
        .filter(({ contract, name }) => contract === '_event' && name === 'scrap')
        .map(({ p }) => [p.item_id, p.timestamp_ms])
    );
    expect(scrapped.size).toBeGreaterThan(50);
    const after = cellVisits.filter(({ p }) => p.timestamp_ms > (scrapped.get(p.cell_id) ?? Infinity));
    expect(after).toEqual([]);
  });

  test('an ok verdict means that every reading is inside its limits', () => {
    const wrong = cellVisits.filter(({ name, p }) => {
      const station = plant.stations.find(({ id }) => id === name);
      const outside = (station?.characteristics ?? []).some(({ id, specs }) => {
        const { lsl = -Infinity, usl = Infinity } = specs.get(String(p.product)) ?? {};
        const value = p.values[id];
        return value !== undefined && (value < lsl || value > usl);
      });
      return outside === (p.verdict === 'ok');
    });
    expect(wrong).toEqual([]);
  });

  test('every reading is a multiple of the gauge’s resolution', () => {
    const resolution = new Map(plant.characteristics.map((c) => [c.id, c.resolution]));
    const dusty = cellVisits.flatMap(({ p }) =>
      Object.entries(p.values).filter(([id, value]) => {
        const step = resolution.get(id);
        return step !== undefined && Math.abs(value / step - Math.round(value / step)) > 1e-6;
      })
    );
    expect(dusty).toEqual([]);
  });

  test('every cell leads back to rolls, slurry and the lots it carries', () => {
    const parents = new Map<string, Set<string>>();
    for (const { contract, p } of all8) {
      if (contract === '_genealogy') {
        const child = String(p.child_id);
        parents.set(child, (parents.get(child) ?? new Set()).add(String(p.parent_id)));
      }
    }
    const up = (id: string, prefix: string) => [...(parents.get(id) ?? [])].filter((p) => p.startsWith(prefix));
    const consumed = new Set(all8.filter(({ name }) => name === 'consumes').map(({ p }) => p.parent_id));
    const stacked = cellVisits.filter(({ name, p }) => name === 'stacking' && p.run_type !== 'master');
    const lost = stacked.filter(({ p }) => {
      const slit = up(String(p.cell_id), 'SR-');
      const mothers = slit.flatMap((id) => up(id, 'MR-'));
      const batches = mothers.flatMap((id) => up(id, 'SL-'));
      return Math.min(slit.length, mothers.length, batches.length) < 2;
    });
    expect(lost).toEqual([]);
    const carried = new Set(
      stacked.map(({ p }) =>
        Object.keys(p.lots ?? {})
          .sort()
          .join()
      )
    );
    expect([...carried]).toEqual(['anode_roll,cathode_roll,separator']);
    const unknown = cellVisits.flatMap(({ p }) => Object.values(p.lots ?? {})).filter((lot) => !consumed.has(lot));
    expect(unknown).toEqual([]);
  });

  test('cells at tray stations carry tray and slot, no slot twice, and were bound to the tray', () => {
    const bound = new Set(
      all8.filter(({ name }) => name === 'carried_by').map(({ p }) => `${p.child_id} ${p.parent_id}`)
    );
    const aged = cellVisits.filter(({ name, p }) => name === 'aging' && p.visit === 1);
    expect(aged.filter(({ p }) => !bound.has(`${String(p.cell_id)} ${String(p.carrier)}`))).toEqual([]);
    expect(new Set(aged.map(({ p }) => `${String(p.carrier)} ${String(p.slot)}`)).size).toBe(aged.length);
    expect(aged.length).toBeGreaterThan(1000);
  });

  test('a tray stands in one rack, and its cells are at channels of their own', () => {
    const places = (station: string) => {
      const trays = new Map<string, Set<string>>();
      for (const { p } of cellVisits.filter(({ name, p: { visit } }) => name === station && visit === 1)) {
        const tray = `${String(p.carrier)} ${p.timestamp_ms}`;
        trays.set(tray, (trays.get(tray) ?? new Set()).add(String(p.position)));
      }
      return [...trays.values()].map(({ size }) => size);
    };
    expect(new Set(places('aging'))).toEqual(new Set([1]));
    expect(Math.max(...places('formation'))).toBe(32);
    const racks = new Set(cellVisits.filter(({ name }) => name === 'aging').map(({ p }) => p.position));
    expect(racks.size).toBe(8);
  });

  test('the deviation from the tray is what the tray’s readings say', () => {
    const trays = new Map<string, Row[]>();
    for (const row of cellVisits.filter(({ name, p }) => name === 'aging' && p.visit === 1)) {
      const key = `${String(row.p.carrier)} ${row.p.timestamp_ms}`;
      trays.set(key, [...(trays.get(key) ?? []), row]);
    }
    expect(trays.size).toBeGreaterThan(10);
    for (const tray of trays.values()) {
      const sorted = tray.map(({ p }) => p.values.ocv2 as number).sort((a, b) => a - b);
      const half = (sorted.length - 1) / 2;
      const median = ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
      const off = tray.map(({ p }) => (p.values.ocv_dev_tray ?? NaN) - ((p.values.ocv2 as number) - median) * 1000);
      expect(Math.max(...off.map(Math.abs))).toBeLessThan(0.06);
    }
  });

  test('a few results are delivered late, none of them lost', () => {
    const late = hours8.filter(({ timeMs, payload }) => timeMs > (payload.timestamp_ms as number));
    expect(late.length / hours8.length).toBeGreaterThan(0.001);
    expect(late.length / hours8.length).toBeLessThan(0.005);
  });
});

describe('the same again', () => {
  const short = take(dense, start + 1.2 * HOUR);

  test('seed and options give the same stream byte for byte, another seed another one', () => {
    expect(JSON.stringify(take(dense, start + 1.2 * HOUR))).toBe(JSON.stringify(short));
    expect(JSON.stringify(take(dense, start + 1.2 * HOUR, 2))).not.toBe(JSON.stringify(short));
  });

  test('a fault changes nothing before it begins', () => {
    const fromMs = start + HOUR;
    const faults = ['nozzle-wavering', 'welder-leakers'].map((id) =>
      faultKindOf(plant, id).start({ plant, seed: 1, fromMs, toMs: Infinity })
    );
    const until = fromMs - 1;
    const with2 = take({ ...dense, faults }, until);
    expect(JSON.stringify(with2)).toBe(JSON.stringify(take(dense, until)));
  });

  test('a world with a number of cells ends by itself when the last one is through', () => {
    const messages = take({ ...dense, cells: 40 }, Infinity);
    const ended = rows(messages).filter(
      ({ name, p }) => (name === 'eol' && p.verdict === 'ok' && p.run_type !== 'master') || name === 'scrap'
    );
    expect(ended.length).toBe(40);
    expect(messages.at(-1)?.timeMs).toBeLessThan(start + 6 * HOUR);
  });
});

describe('weeks of a thin past', () => {
  const since = start - 36 * DAY;
  const past = rows(take({ ...dense, sinceMs: since, thinCells: 140 }, start));
  const visits = past.filter(({ contract, p }) => contract === '_cellresult' && typeof p.cell_id === 'string');
  const ripe = new Set(
    visits.filter(({ name, p }) => name === 'stacking' && p.timestamp_ms < start - 17 * DAY).map(({ p }) => p.cell_id)
  );
  const ripeVisits = visits.filter(({ p }) => ripe.has(p.cell_id) && p.run_type === 'production');
  const failed = new Set(ripeVisits.filter(({ p }) => p.verdict !== 'ok').map(({ p }) => p.cell_id));
  const scrapped = new Set(past.filter(({ name }) => name === 'scrap').map(({ p }) => p.item_id));
  const firstVisits = visits.filter(({ p }) => p.visit === 1 && p.run_type === 'production' && p.product === 'lfp-202');

  test('about 94 % of the cells pass every station at the first visit, about 96 % in the end', () => {
    const production = new Set(ripeVisits.map(({ p }) => p.cell_id));
    expect(production.size).toBeGreaterThan(4500);
    const lost = [...scrapped].filter((id) => production.has(id as string)).length;
    expect(1 - failed.size / production.size).toBeGreaterThan(0.93);
    expect(1 - failed.size / production.size).toBeLessThan(0.95);
    expect(1 - lost / production.size).toBeGreaterThan(0.955);
    expect(1 - lost / production.size).toBeLessThan(0.968);
  });

  const series = (station: string, id: string) =>
    firstVisits.filter(({ name, p }) => name === station && p.values[id] !== undefined);

  /** Half the distance of the outer sixths: the standard deviation of the body, whatever the tails. */
  function spread(values: number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    const q = (f: number) => sorted[Math.floor(f * (sorted.length - 1))] as number;
    return (q(0.8413) - q(0.1587)) / 2;
  }

  const measured = plant.stations
    .filter(({ item }) => item === 'cell' || item === 'tray')
    .flatMap(({ id, characteristics }) =>
      characteristics.filter(({ every }) => every === 1).map((c) => [id, c.id] as const)
    );

  test.each(measured)('%s: %s spreads as the plan expects and sits near its target', (station, id) => {
    const values = series(station, id).map(({ p }) => p.values[id] as number);
    const { sigma, target } = plant.characteristics.find((c) => c.id === id)?.specs.get('lfp-202') ?? {
      sigma: 0,
      target: 0,
    };
    expect(values.length).toBeGreaterThan(3000);
    expect(spread(values) / sigma).toBeGreaterThan(0.86);
    expect(spread(values) / sigma).toBeLessThan(1.14);
    const body = values.filter((v) => Math.abs(v - target) < 4.5 * sigma);
    const mean = body.reduce((a, b) => a + b, 0) / body.length;
    expect(Math.abs(mean - target) / sigma).toBeLessThan(0.35);
  });

  /** Share of the variance between groups, from one-way analysis of variance. */
  function between(groups: Map<string, number[]>): number {
    const lists = [...groups.values()].filter((list) => list.length > 1);
    const n = lists.reduce((sum, list) => sum + list.length, 0);
    const mean = lists.flat().reduce((a, b) => a + b, 0) / n;
    let ssWithin = 0;
    let ssBetween = 0;
    for (const list of lists) {
      const own = list.reduce((a, b) => a + b, 0) / list.length;
      ssWithin += list.reduce((sum, v) => sum + (v - own) ** 2, 0);
      ssBetween += list.length * (own - mean) ** 2;
    }
    const within = ssWithin / (n - lists.length);
    const size = (n - lists.reduce((sum, list) => sum + list.length ** 2, 0) / n) / (lists.length - 1);
    const among = Math.max(0, (ssBetween / (lists.length - 1) - within) / size);
    return among / (among + within);
  }

  test.each([
    ['filling', 'fill_mass', (r: Row) => r.p.lots?.electrolyte],
    ['case_welding', 'cell_length', (r: Row) => r.p.lots?.can],
    ['tab_welding', 'weld_energy', (r: Row) => r.p.lots?.tab],
    ['formation', 'formation_temp', (r: Row) => r.p.carrier],
  ] as const)('%s: a quarter to a half of the variance of %s lies between lots or trays', (station, id, groupOf) => {
    const { sigma = 1, target = 0 } = plant.characteristics.find((c) => c.id === id)?.specs.get('lfp-202') ?? {};
    const groups = new Map<string, number[]>();
    for (const row of series(station, id)) {
      const value = row.p.values[id] as number;
      const key = `${row.line} ${String(groupOf(row))}`;
      // Beyond 4.5 σ lie defects and sentinels, not the process.
      if (Math.abs(value - target) < 4.5 * sigma) {
        groups.set(key, [...(groups.get(key) ?? []), value]);
      }
    }
    // 0.36 ± 2.5 standard errors of so many lots.
    expect(groups.size).toBeGreaterThan(60);
    expect(between(groups)).toBeGreaterThan(0.25);
    expect(between(groups)).toBeLessThan(0.47);
  });

  function correlation(a: readonly [string, string], b: readonly [string, string]): number {
    const first = new Map(series(...a).map(({ p }) => [p.cell_id, p.values[a[1]] as number]));
    const pairs = series(...b).flatMap(({ p }) => {
      const x = first.get(p.cell_id);
      return x === undefined ? [] : [[x, p.values[b[1]] as number] as const];
    });
    const trim = (i: 0 | 1) => {
      const sorted = pairs.map((p) => p[i]).sort((x, y) => x - y);
      return [sorted[Math.floor(0.005 * sorted.length)] as number, sorted[Math.floor(0.995 * sorted.length)] as number];
    };
    const [x0 = 0, x1 = 0] = trim(0);
    const [y0 = 0, y1 = 0] = trim(1);
    const body = pairs.filter(([x, y]) => x > x0 && x < x1 && y > y0 && y < y1);
    const mx = body.reduce((sum, [x]) => sum + x, 0) / body.length;
    const my = body.reduce((sum, [, y]) => sum + y, 0) / body.length;
    const sum = (f: (x: number, y: number) => number) => body.reduce((s, [x, y]) => s + f(x - mx, y - my), 0);
    return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  }

  test.each([
    ['weld resistance raises AC resistance', ['tab_welding', 'tab_weld_resistance'], ['eol', 'acir'], 0.45, 0.68],
    ['stack thickness becomes cell thickness', ['stacking', 'stack_thickness'], ['eol', 'cell_thickness'], 0.4, 0.6],
    [
      'low energy means high weld resistance',
      ['tab_welding', 'weld_energy'],
      ['tab_welding', 'tab_weld_resistance'],
      -0.5,
      -0.2,
    ],
    ['efficiency raises capacity', ['formation', 'first_cycle_efficiency'], ['capacity', 'capacity'], 0.15, 0.4],
    ['test temperature moves the raw resistance', ['eol', 'test_temperature'], ['eol', 'dcir_raw'], -0.85, -0.5],
    ['the corrected resistance does not know it', ['eol', 'test_temperature'], ['eol', 'dcir'], -0.1, 0.1],
    [
      'cell length has nothing to do with fill mass',
      ['case_welding', 'cell_length'],
      ['filling', 'fill_mass'],
      -0.1,
      0.1,
    ],
  ] as const)('%s', (_sentence, a, b, least, most) => {
    const r = correlation(a, b);
    expect(r).toBeGreaterThan(least);
    expect(r).toBeLessThan(most);
  });

  test('a cell that left the line three weeks ago has every cell and tray station', () => {
    const gone = visits.find(
      ({ name, p }) => name === 'eol' && p.verdict === 'ok' && p.timestamp_ms < start - 21 * DAY
    );
    const seen = visits.filter(({ p }) => p.cell_id === gone?.p.cell_id).map(({ name }) => name);
    const wanted = plant.stations.filter(({ item }) => item === 'cell' || item === 'tray').map(({ id }) => id);
    expect([...new Set(seen)]).toEqual(wanted);
  });

  test('its durations are real ones', () => {
    const aged = visits.find(({ name }) => name === 'aging');
    expect((aged as Row).p.timestamp_ms - Number((aged as Row).p.started_ms)).toBeGreaterThan(9 * DAY);
  });
});

test('a ramp-up loses four times as much', () => {
  const scrap = (defects: number) => {
    const messages = rows(take({ ...dense, defects, liveMs: start + 24 * HOUR }, start + 2.5 * HOUR));
    return messages.filter(({ name, p }) => name === 'scrap' && p.text !== 'set-up part').length;
  };
  const ratio = scrap(4) / scrap(1);
  expect(ratio).toBeGreaterThan(3);
  expect(ratio).toBeLessThan(5.5);
});
