import { type Field } from '@grafana/data';
import { numbersOf } from './numbersOf';

/** The values as ms since 1970, one a row; NaN where there is none. Reads time fields, numbers in ms and ISO text. */
export function timeColumn(field: Field): ArrayLike<number> {
  return numbersOf(field.values, instant);
}

function instant(v: unknown): number {
  if (typeof v === 'number') {
    return v;
  }
  if (v instanceof Date) {
    return v.getTime();
  }
  return typeof v === 'string' && v !== '' ? Date.parse(v) : NaN;
}
