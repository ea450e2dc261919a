import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byLabels } from './evidenceOf';

const machine = { site: 's1', equipment: 'press-01', kind: 'skipped' };
const ofCell = (cell_id: string) => ({ ...machine, cell_id, sentence: `Press 1: Skipped, ${cell_id}.` });

test('the evidence of an alert of one cell is that of its cell', () => {
  const find = byLabels([ofCell('C1'), ofCell('C2')]);
  assert.deepEqual(find({ ...machine, cell_id: 'C2' }), { sentence: 'Press 1: Skipped, C2.' });
});

test('an alert that counts the cells of a machine has the evidence of no single one', () => {
  assert.equal(byLabels([ofCell('C1'), ofCell('C2')])(machine), undefined);
  assert.deepEqual(byLabels([ofCell('C1'), { ...machine, cell_id: '', sentence: 'Press 1.' }])(machine), {
    sentence: 'Press 1.',
  });
});
