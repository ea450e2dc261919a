import { DAY, dense, plant, type Row, rows, start, take } from './taken';

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
