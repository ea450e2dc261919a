import { fnv } from '../fnv';
import type { CurveField } from './layouts/Layout';

/** A sample of a cycler. */
export interface CurveRow {
  equipment: string;
  position: string;
  cell_id: string;
  /** Number of the sample, as the cycler wrote it. */
  record: string;
  at_ms: number;
  values: Partial<Record<CurveField, number>>;
}

/**
 * Line protocol of a sample. Its time is that of the sample plus a remainder made of cell and record, so that two samples of
 * one millisecond stay two, and an export read again falls onto the same rows.
 */
export function curveLine({ equipment, position, cell_id, record, at_ms, values }: CurveRow): string {
  const numbers = Object.entries(values).map(([field, value]) => `${field}=${value}`);
  const time = BigInt(at_ms) * 1_000_000n + BigInt(fnv(`${cell_id}/${record}`) % 1_000_000);
  return `curve,equipment=${equipment},position=${position} ${[`cell_id="${cell_id}"`, ...numbers].join(',')} ${time}`;
}
