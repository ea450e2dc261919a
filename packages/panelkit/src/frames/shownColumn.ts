import { type Field, MappingType } from '@grafana/data';
import { textColumn } from './textColumn';

/**
 * Reads a row's value as people read it: the text that the field's value mappings give it ("Filler 2" of `filler-02`),
 * else the value itself. Colours and ranges of mappings are left to Grafana.
 */
export function shownColumn(field: Field | undefined): (row: number) => string {
  const text = textColumn(field);
  const names = new Map<string, string>();
  for (const mapping of field?.config.mappings ?? []) {
    if (mapping.type === MappingType.ValueToText) {
      Object.entries(mapping.options).forEach(([value, { text: name }]) => name && names.set(value, name));
    }
  }
  return names.size === 0 ? text : (row) => names.get(text(row)) ?? text(row);
}
