import { FieldType, nullToValue, sortDataFrame, type DataFrame, type Field } from '@grafana/data';

const drawable = (field: Field): boolean =>
  field.type === FieldType.number || field.type === FieldType.boolean || field.type === FieldType.enum;

/** Booleans are drawn as 0 and 1; what is missing stays missing. */
function asNumbers(field: Field): Field {
  if (field.type !== FieldType.boolean) {
    return field;
  }
  const values = field.values.map((value) => (value == null ? value : Number(value)));
  return { ...field, type: FieldType.number, values, config: { ...field.config, max: 1, min: 0, unit: 'bool' } };
}

/** Frames a time series can draw: time first, then numbers, rows by time. Empty if there is no time or no number. */
export function graphableFrames(frames: DataFrame[]): DataFrame[] {
  return frames.flatMap((source) => {
    const frame = nullToValue(source);
    const time = frame.fields.findIndex(({ type }) => type === FieldType.time);
    const timeField = frame.fields[time];
    const numbers = frame.fields.filter(drawable);
    if (!timeField || !numbers.length || frame.length === 0) {
      return [];
    }
    const sorted = timeField.values.every((t, i, all) => i === 0 || t >= all[i - 1]);
    const rest = { ...frame, fields: [timeField, ...numbers.map(asNumbers)] };
    return [sorted ? rest : sortDataFrame(rest, 0)];
  });
}
