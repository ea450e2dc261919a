import { type DataFrame, FieldType } from '@grafana/data';

/** What Grafana's Explore draws as a graph: one time and numbers, nothing else. All other frames are tables. */
export function isTimeSeries({ fields }: DataFrame): boolean {
  const times = fields.filter(({ type }) => type === FieldType.time).length;
  const numbers = fields.filter(({ type }) => type === FieldType.number).length;
  return times === 1 && numbers > 0 && times + numbers === fields.length;
}
