import { type Field } from '@grafana/data';

/**
 * The values as numbers, one a row; NaN where there is none (null, undefined, text, ±Infinity). Never zero for missing.
 * Where all are numbers they are the field's own array, to be read only.
 */
export function numberColumn(field: Field): ArrayLike<number> {
  const values: ArrayLike<unknown> = field.values;
  if (areAllNumbers(values)) {
    return values;
  }
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const v = values[i];
    out[i] = typeof v === 'number' && Number.isFinite(v) ? v : NaN;
  }
  return out;
}

/** Whether every value is a finite number. */
export function areAllNumbers(values: ArrayLike<unknown>): values is ArrayLike<number> {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      return false;
    }
  }
  return true;
}
