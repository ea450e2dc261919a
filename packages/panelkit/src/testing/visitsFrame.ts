import { type DataFrame, FieldType, toDataFrame } from '@grafana/data';

/** Tables as the cells datasource answers them, for tests: columns by name, rows of equal length. */
export function tableOf(name: string, columns: Record<string, unknown[]>): DataFrame {
  return toDataFrame({
    name,
    refId: 'A',
    fields: Object.entries(columns).map(([column, values]) => ({ name: column, values, type: typeOf(column, values) })),
  });
}

const times = new Set(['time', 'from', 'to', 'Time']);

function typeOf(column: string, values: unknown[]): FieldType {
  if (times.has(column)) {
    return FieldType.time;
  }
  const known = values.find((v) => v !== null && v !== undefined);
  return typeof known === 'number'
    ? FieldType.number
    : typeof known === 'boolean'
      ? FieldType.boolean
      : FieldType.string;
}

/** Visits of one filler: `n` cells a minute apart around 800 g. */
export function visits(n: number, over: Record<string, unknown[]> = {}): DataFrame {
  const rows = Array.from({ length: n }, (_, i) => i);
  return tableOf('visits', {
    time: rows.map((i) => Date.UTC(2026, 10, 22, 6) + i * 60_000),
    cell_id: rows.map((i) => `CELL-${String(i + 1).padStart(3, '0')}`),
    visit: rows.map(() => '1'),
    verdict: rows.map(() => 'ok'),
    run_type: rows.map(() => 'production'),
    equipment: rows.map(() => 'filler-02'),
    position: rows.map((i) => `nozzle-${(i % 4) + 1}`),
    product: rows.map(() => 'lfp-202'),
    fill_mass: rows.map((i) => 800 + (i % 2 ? 0.5 : -0.5)),
    ...over,
  });
}

/** A `limits` frame whose rows always hold: as many as `over` states, alike in every other column. */
export function planOf(over: Record<string, unknown[]> = {}): DataFrame {
  const rows = Math.max(1, ...Object.values(over).map((column) => column.length));
  const row = {
    characteristic: ['fill_mass'],
    product: ['*'],
    stratum: ['*'],
    from: [null],
    to: [null],
    lsl: [797],
    target: [800],
    usl: [803],
    model: ['normal'],
    centre: [800],
    sigma_within: [0.7],
    revision: ['3'],
    status: ['approved'],
  };
  const columns = Object.entries(row).map(([name, [value]]) => [name, Array<unknown>(rows).fill(value)]);
  return tableOf('limits', { ...Object.fromEntries(columns), ...over });
}
