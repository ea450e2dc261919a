import { type Field } from '@grafana/data';
import { numbers } from './numbers';

/** The values as numbers, one a row; NaN where there is none (null, undefined, text, ±Infinity). Never zero for missing. */
export function numberColumn(field: Field): Float64Array {
  const { values } = field;
  const all = numbers(values);
  if (all) {
    return withoutInfinite(all);
  }
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const v: unknown = values[i];
    out[i] = typeof v === 'number' && Number.isFinite(v) ? v : NaN;
  }
  return out;
}

function withoutInfinite(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) {
    if (values[i] === Infinity || values[i] === -Infinity) {
      values[i] = NaN;
    }
  }
  return values;
}
