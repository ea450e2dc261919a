import { faultKindOf } from '../../faults/faultKinds';
import { cellCodePattern } from '../../plant/cellCode';
import { type Message } from '../../world/Message';
import { dense, HOUR, plant, type Row, rows, start, take } from './taken';

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

test('a ramp-up loses four times as much', () => {
  const scrap = (defects: number) => {
    const messages = rows(take({ ...dense, defects, liveMs: start + 24 * HOUR }, start + 2.5 * HOUR));
    return messages.filter(({ name, p }) => name === 'scrap' && p.text !== 'set-up part').length;
  };
  const ratio = scrap(4) / scrap(1);
  expect(ratio).toBeGreaterThan(3);
  expect(ratio).toBeLessThan(5.5);
});
