import { type Field } from '@grafana/data';

/** Reads a row's value as text; empty where it is missing or the field is not there. */
export function textColumn(field: Field | undefined): (row: number) => string {
  return (row) => {
    const v: unknown = field?.values[row];
    return v === null || v === undefined ? '' : String(v);
  };
}
