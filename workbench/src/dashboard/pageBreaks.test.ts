import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageBreaks } from './pageBreaks';

const placed = (...panels: Array<[number, number]>) => panels.map(([top, height]) => ({ top, height }));

test('what lies across the end of a page moves to the next one, and what is below moves along', () => {
  assert.deepEqual(pageBreaks(placed([0, 60], [60, 60], [120, 20]), 100), [0, 40, 40]);
});

test('what ends with the page stays', () => {
  assert.deepEqual(pageBreaks(placed([0, 60], [60, 40], [100, 40]), 100), [0, 0, 0]);
});

test('what stands side by side moves together', () => {
  assert.deepEqual(pageBreaks(placed([60, 20], [60, 60], [80, 20]), 100), [40, 40, 40]);
});

test('what is higher than a page begins one', () => {
  assert.deepEqual(pageBreaks(placed([0, 40], [40, 130], [170, 20]), 100), [0, 60, 60]);
  assert.deepEqual(pageBreaks(placed([0, 130]), 100), [0]);
});

test('the order of panels does not matter', () => {
  assert.deepEqual(pageBreaks(placed([120, 20], [60, 60], [0, 60]), 100), [40, 40, 0]);
});
