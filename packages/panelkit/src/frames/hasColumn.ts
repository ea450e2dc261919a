import { type DataFrame } from '@grafana/data';

export function hasColumn(frame: DataFrame, name: string): boolean {
  return frame.fields.some((f) => f.name === name);
}
