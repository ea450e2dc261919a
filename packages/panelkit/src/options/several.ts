import { type FieldOverrideContext, type SelectableValue } from '@grafana/data';

/** The builder types a choice of several as if every entry were a list; at run time an entry is one value. */
export function several<T>(entries: Array<SelectableValue<T>>): Array<SelectableValue<T[]>> {
  return entries as Array<SelectableValue<T[]>>;
}

/** The columns of the data, each once, as choices of an option that takes several. */
export async function columnChoices({ data }: FieldOverrideContext): Promise<Array<SelectableValue<string[]>>> {
  const names = [...new Set(data.flatMap((frame) => frame.fields.map((f) => f.name)))];
  return several(names.map((value) => ({ value, label: value })));
}
