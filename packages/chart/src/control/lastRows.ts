import { type Points } from './formPoints';

/** The last row of every point: a point stands at its time and under its limits. */
export function lastRows({ rows, offsets, breaks }: Points): Int32Array {
  if (rows.length === breaks.length) {
    return rows;
  }
  const out = new Int32Array(breaks.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = rows[offsets[i + 1]! - 1]!;
  }
  return out;
}
