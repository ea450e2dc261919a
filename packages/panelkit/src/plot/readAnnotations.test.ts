import { createTheme, FieldType, toDataFrame } from '@grafana/data';
import { readAnnotations } from './readAnnotations';

test('annotations are read with their period, in plain words', () => {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [5, null, 7] },
      { name: 'timeEnd', type: FieldType.time, values: [null, null, 9] },
      { name: 'text', type: FieldType.string, values: ['<b>tool change</b> nozzle 4', 'lost', 'stop'] },
      { name: 'color', type: FieldType.string, values: ['#112233', '', ''] },
    ],
  });
  expect(readAnnotations([frame], createTheme())).toMatchObject([
    { from: 5, to: null, text: 'tool change nozzle 4', color: '#112233' },
    { from: 7, to: 9, text: 'stop' },
  ]);
  expect(readAnnotations(undefined, createTheme())).toEqual([]);
});
