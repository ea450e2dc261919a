import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { loadPlan } from '@cellthread/plan/load';
import { faultKindsOf, readPlant } from '@cellthread/simulator';
import { recordFaults } from './recordTable';
import { showsInRecords } from './showsInRecords';

const plant = readPlant(loadPlan());

test('every fault that shows in records stands in their table, and no other', () => {
  const own = faultKindsOf(plant)
    .filter((kind) => showsInRecords(plant, kind))
    .map(({ id }) => id);
  expect(Object.keys(recordFaults).sort()).toEqual(own.sort());
});

test.each(Object.entries(recordFaults))('what is said of %s is held by a test that is there', (_id, { heldBy }) => {
  expect(existsSync(path.join(root, heldBy))).toBe(true);
});
