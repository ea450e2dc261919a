import { type Field, FieldType } from '@grafana/data';
import { areAllNumbers } from './numberColumn';

/**
 * The values as ms since 1970, one a row; NaN where there is none. Reads time fields, numbers in ms and ISO text. Where all
 * are numbers they are the field's own array, to be read only.
 */
export function timeColumn(field: Field): ArrayLike<number> {
  const values: ArrayLike<unknown> = field.values;
  if (areAllNumbers(values)) {
    return values;
  }
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const v = values[i];
    out[i] =
      typeof v === 'number'
        ? v
        : v instanceof Date
          ? v.getTime()
          : typeof v === 'string' && v !== ''
            ? Date.parse(v)
            : NaN;
  }
  return out;
}

/** Whether a field can be read as a time. */
export function isTime(field: Field | undefined): boolean {
  return field?.type === FieldType.time;
}
