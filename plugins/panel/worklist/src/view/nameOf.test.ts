import { type DataFrame, FieldType } from '@grafana/data';
import { readWorklist } from '../read/readWorklist';
import { type Worklist } from '../read/Worklist';
import { outOfSpec, signalsFrame, wavering } from '../testing/frames';
import { english } from '../words/english';
import { german } from '../words/german';
import { nameOf } from './nameOf';

/** The machine is called so by the plan: as an override of its column says it. */
function called(frame: DataFrame, text: string): DataFrame {
  const fields = frame.fields.map((field) =>
    field.name === 'equipment' && field.type === FieldType.string
      ? { ...field, display: () => ({ text, numeric: Number.NaN }) }
      : field
  );
  return { ...frame, fields };
}

const only = (frame: DataFrame) => (readWorklist([frame], 'auto', english) as Worklist).rows[0]!;

test('a machine is called as the plan calls it, and what it is in the language of the list', () => {
  const row = only(called(signalsFrame(wavering()), 'Filler 2'));
  expect(nameOf(row.target, row, english)).toBe('Machine Filler 2');
  expect(nameOf(row.target, row, german)).toBe('Maschine Filler 2');
});

test('another machine than that of the row is called by its ID, and an item is its ID alone', () => {
  const row = only(called(signalsFrame(outOfSpec()), 'Filler 2'));
  expect(nameOf({ type: 'equipment', id: 'oven-01' }, row, english)).toBe('Machine oven-01');
  expect(nameOf(row.target, row, english)).toBe('C1');
  expect(nameOf(null, row, english)).toBe('');
});
