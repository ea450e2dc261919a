import { FieldType, toDataFrame } from '@grafana/data';
import { describeColumns } from './describeColumns';
import { findField } from './findField';
import { frameNamed } from './frameNamed';
import { numberColumn } from './numberColumn';
import { textColumn } from './textColumn';
import { timeColumn } from './timeColumn';

const frame = toDataFrame({
  name: 'visits',
  fields: [
    { name: 'Time', type: FieldType.time, values: [1000] },
    { name: 'cell_id', type: FieldType.string, values: ['A'] },
    { name: 'visit', type: FieldType.number, values: [1] },
    { name: 'fill_mass', type: FieldType.number, values: [800] },
  ],
});

test('a column that the user chose is taken, and nothing else when it is not there', () => {
  expect(findField(frame, { chosen: 'fill_mass', type: FieldType.number })?.name).toBe('fill_mass');
  expect(findField(frame, { chosen: 'gone', type: FieldType.number })).toBeUndefined();
});

test('a column is known by its name in any case, else by its type, never one that is set apart', () => {
  expect(findField(frame, { names: ['time'] })?.name).toBe('Time');
  expect(findField(frame, { type: FieldType.number, except: new Set(['visit']) })?.name).toBe('fill_mass');
});

test('what a table holds is said in words', () => {
  expect(describeColumns(frame)).toBe('Time (time), cell_id (text), visit (number), fill_mass (number)');
});

test('a frame is found by its name', () => {
  expect(frameNamed([frame], 'visits')).toBe(frame);
  expect(frameNamed([frame], 'limits')).toBeUndefined();
});

test('missing numbers are NaN, never zero', () => {
  const [field] = toDataFrame({
    fields: [{ name: 'v', type: FieldType.number, values: [0, null, undefined, Infinity, 'text', 2] }],
  }).fields;
  expect(Array.from(numberColumn(field!))).toEqual([0, NaN, NaN, NaN, NaN, 2]);
});

test('missing texts are empty, also of a column that is not there', () => {
  const [field] = toDataFrame({ fields: [{ name: 't', type: FieldType.string, values: ['a', null] }] }).fields;
  expect([textColumn(field)(0), textColumn(field)(1), textColumn(undefined)(0)]).toEqual(['a', '', '']);
});

test('times are read from numbers and from text', () => {
  const [field] = toDataFrame({
    fields: [{ name: 't', type: FieldType.time, values: [5, '2026-11-22T06:00:00Z', null] }],
  }).fields;
  expect(Array.from(timeColumn(field!))).toEqual([5, Date.UTC(2026, 10, 22, 6), NaN]);
});
