import { type DataFrame, FieldType } from '@grafana/data';

const words: Partial<Record<FieldType, string>> = {
  [FieldType.time]: 'time',
  [FieldType.number]: 'number',
  [FieldType.string]: 'text',
  [FieldType.boolean]: 'yes/no',
};

/** "time (time), cell_id (text), fill_mass (number)": what a frame holds, for sentences. */
export function describeColumns(frame: DataFrame): string {
  return frame.fields.map((f) => `${f.name} (${words[f.type] ?? f.type})`).join(', ');
}
