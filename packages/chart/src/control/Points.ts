import { type Numbers } from '../model/Numbers';
import { gather } from './gather';
import { type Rows } from './Rows';

/** The plotted points of a stream. */
export interface Points {
  rows: Rows;
  /** Rows of point i are rows[offsets[i]] … rows[offsets[i + 1] - 1]; `null` where every row is a point. */
  offsets: Int32Array | null;
  /** One a point: 1 where it starts anew. */
  breaks: Uint8Array;
  /** Rows that take no part. */
  excluded: Int32Array;
  /** Rows of every subgroup that is still filling at the end of the data, in the order of their last rows. */
  partial: readonly Int32Array[];
}

/** The k-th of some rows. */
export const rowAt = (rows: Rows, k: number): number => (rows === 'all' ? k : rows[k]!);

/** Rows as an array, for those who have to sort or cut them. */
export function listed(rows: Rows, n: number): Int32Array {
  if (rows !== 'all') {
    return rows;
  }
  const out = new Int32Array(n);
  for (let row = 0; row < n; row++) {
    out[row] = row;
  }
  return out;
}

/** The rows behind one point. */
export function rowsOf({ rows, offsets }: Points, point: number): Int32Array {
  return offsets && rows !== 'all'
    ? rows.subarray(offsets[point], offsets[point + 1])
    : Int32Array.of(rowAt(rows, point));
}

/** The last row of every point: a point stands at its time and under its limits. */
export function lastRows({ rows, offsets, breaks }: Points): Rows {
  if (!offsets) {
    return rows;
  }
  const out = new Int32Array(breaks.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = rowAt(rows, offsets[i + 1]! - 1);
  }
  return out;
}

/** Values of the rows behind the points [start, end). */
export function valuesBetween(values: Numbers, { rows, offsets }: Points, start: number, end: number): Numbers {
  const [first, last] = offsets ? [offsets[start]!, offsets[end]!] : [start, end];
  if (rows !== 'all') {
    return gather(values, rows.subarray(first, last));
  }
  if (first === 0 && last === values.length) {
    return values;
  }
  return values instanceof Float64Array
    ? values.subarray(first, last)
    : (Array.prototype.slice.call(values, first, last) as number[]);
}
