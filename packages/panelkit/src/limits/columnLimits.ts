import { type LimitRow, type Limits } from '@cellthread/chart';
import { type DataFrame } from '@grafana/data';
import { findField } from '../frames/findField';
import { numberColumn } from '../frames/numberColumn';
import { columnNames } from '../visits/columnNames';

/** Stated spec limits, for data that brings none. */
export interface SpecOptions {
  lsl?: number;
  target?: number;
  usl?: number;
}

const kinds = ['lsl', 'target', 'usl', 'centre', 'sigma', 'lcl', 'ucl'] as const;
type Kind = (typeof kinds)[number];

/** Limits that stand beside the values, as columns of the same table, or as numbers in the panel's options. */
export function columnLimits(
  frame: DataFrame,
  sourceRow: (row: number) => number,
  n: number,
  options: SpecOptions
): Limits {
  const columns = kinds.map((kind) => {
    const field = findField(frame, { names: columnNames[kind] });
    return field ? numberColumn(field) : null;
  });
  const stated: Partial<Record<Kind, number>> = { lsl: options.lsl, target: options.target, usl: options.usl };
  const rows: LimitRow[] = [];
  const known = new Map<string, number>();
  if (columns.every((c) => c === null)) {
    return { rows: [limitRow(kinds.map((kind) => stated[kind] ?? NaN))], of: 0 };
  }
  const of = new Int32Array(n);
  for (let row = 0; row < n; row++) {
    const values = kinds.map((kind, k) => columns[k]?.[sourceRow(row)] ?? stated[kind] ?? NaN);
    const key = values.join('|');
    let at = known.get(key);
    if (at === undefined) {
      at = rows.length;
      rows.push(limitRow(values));
      known.set(key, at);
    }
    of[row] = at;
  }
  return { rows, of };
}

function limitRow(values: readonly number[]): LimitRow {
  const at = (kind: Kind) => {
    const v = values[kinds.indexOf(kind)]!;
    return Number.isNaN(v) ? null : v;
  };
  return {
    lsl: at('lsl'),
    target: at('target'),
    usl: at('usl'),
    centre: at('centre'),
    sigmaWithin: at('sigma'),
    sigmaBetween: null,
    sigmaPlotted: null,
    subgroupSize: null,
    lcl: at('lcl'),
    ucl: at('ucl'),
    from: null,
    approved: true,
    revision: '',
  };
}
