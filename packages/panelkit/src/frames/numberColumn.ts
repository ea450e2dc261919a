import { type Field } from '@grafana/data';
import { numbersOf } from './numbersOf';

/**
 * The values as numbers, one a row; NaN where there is none (null, undefined, text, ±Infinity). Never zero for missing.
 */
export function numberColumn(field: Field): ArrayLike<number> {
  return numbersOf(field.values, (v) => (typeof v === 'number' && Number.isFinite(v) ? v : NaN));
}
