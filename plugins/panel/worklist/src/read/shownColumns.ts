import { type DataFrame, formattedValueToString } from '@grafana/data';

/** Reads a column as Grafana shows it: with the names that a dashboard maps ids to. */
export function shownColumns(frame: DataFrame): (column: string, row: number) => string {
  const fields = new Map(frame.fields.map((field) => [field.name, field]));
  return (column, row) => {
    const field = fields.get(column);
    const value: unknown = field?.values[row];
    if (value === null || value === undefined || value === '') {
      return '';
    }
    return field?.display ? formattedValueToString(field.display(value)) : String(value);
  };
}
