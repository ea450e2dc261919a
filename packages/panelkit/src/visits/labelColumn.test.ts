import { type Field, FieldType, MappingType } from '@grafana/data';
import { labelColumn } from './labelColumn';

const column = (name: string, values: string[], names: Record<string, string> = {}): Field => ({
  name,
  type: FieldType.string,
  values,
  config: {
    mappings: [
      {
        type: MappingType.ValueToText,
        options: Object.fromEntries(Object.entries(names).map(([id, text]) => [id, { text }])),
      },
    ],
  },
});

test('a stream is called by the names that the columns’ values have, and by their ids where they have none', () => {
  const equipment = column('equipment', ['filler-02', 'filler-03'], { 'filler-02': 'Filler 2' });
  const label = labelColumn([equipment, column('position', ['nozzle-4', 'nozzle-4'])], null, 2)!;
  expect([label(0), label(1)]).toEqual(['Filler 2 · nozzle-4', 'filler-03 · nozzle-4']);
});

test('a phase is called by its columns and their values', () => {
  const label = labelColumn([column('recipe', ['a', 'b'], { a: 'Slow' })], null, 2, true)!;
  expect([label(0), label(1)]).toEqual(['recipe Slow', 'recipe b']);
});
