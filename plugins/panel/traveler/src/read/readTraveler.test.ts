import { FieldType, toDataFrame } from '@grafana/data';
import { cell, emptyFrames, travelerFrames } from '../testing/travelerFrames';
import { type Missing } from '@cellthread/panelkit';
import { readTraveler } from './readTraveler';
import { type Traveler } from './Traveler';

const read = (series: Parameters<typeof readTraveler>[0]) => readTraveler(series) as Traveler;
const refused = (series: Parameters<typeof readTraveler>[0]) => readTraveler(series) as Missing;

test('all parts of the record are read', () => {
  const t = read(travelerFrames());
  expect(t.header).toMatchObject({ cellId: cell, disposition: 'hold', visits: 6 });
  expect([
    t.operations.length,
    t.characteristics.length,
    t.genealogy.length,
    t.environment.length,
    t.events.length,
  ]).toEqual([7, 4, 4, 1, 1]);
  expect(t.missing).toEqual([]);
});

test('a missing value stays missing', () => {
  expect(read(travelerFrames()).characteristics[2]).toMatchObject({
    value: null,
    lsl: null,
    usl: 0.001,
    percentile: null,
  });
});

test('a cell that does not exist is told in the words of the datasource', () => {
  expect(refused(emptyFrames('No cell X was found.'))).toEqual({
    title: 'No such cell',
    lines: ['No cell X was found.'],
  });
});

test('parts that were not asked for are named as missing', () => {
  expect(read(travelerFrames().slice(1, 3)).missing).toEqual(['genealogy', 'environment', 'events', 'header']);
});

test('tables of any datasource are known by their columns', () => {
  const unnamed = travelerFrames().map((f) => ({ ...f, name: undefined }));
  expect(read(unnamed)).toEqual({ ...read(travelerFrames()), names: expect.anything() });
});

test('a row with a column for each measurement becomes the measured values of its cell', () => {
  const wide = toDataFrame({
    fields: [
      { name: 'cell_id', type: FieldType.string, values: ['A', 'B'] },
      { name: 'filling.fill_mass', type: FieldType.number, values: [800, 1], config: { unit: 'massg' } },
      { name: 'acir', type: FieldType.number, values: [null, 2] },
      { name: 'filling.seal_code', type: FieldType.string, values: ['B-77', 'B-78'] },
      { name: 'operator', type: FieldType.string, values: ['op-07', 'op-08'] },
    ],
  });
  const t = read([wide]);
  expect(t.header?.cellId).toBe('A');
  expect(t.characteristics.map((c) => [c.station, c.id, c.value, c.text])).toEqual([
    ['filling', 'fill_mass', 800, ''],
    ['', 'acir', null, ''],
    ['filling', 'seal_code', null, 'B-77'],
  ]);
  expect(t.notes).toEqual(['Only the first of 2 rows is shown.']);
  expect(t.missing).toEqual(['operations', 'genealogy', 'environment', 'events']);
});

test('a table without a cell is refused, with what it has', () => {
  const series = toDataFrame({ fields: [{ name: 'v', type: FieldType.number, values: [1] }] });
  expect(refused([series])).toEqual({
    title: 'A traveler needs a cell: a column cell_id, or the frames of a traveler query.',
    lines: ['The data has: v (number).'],
  });
  expect(refused([]).title).toBe('No data');
});

test('words in the column of values of another datasource are shown as words', () => {
  const foreign = toDataFrame({
    fields: [
      { name: 'name', type: FieldType.string, values: ['Seal'] },
      { name: 'value', type: FieldType.string, values: ['B-77'] },
      { name: 'station', type: FieldType.string, values: ['sealing'] },
    ],
  });
  expect(read([foreign]).characteristics[0]).toMatchObject({ value: null, text: 'B-77' });
});
