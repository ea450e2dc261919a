import { readFileSync } from 'node:fs';
import { parsePlan } from '@cellthread/plan';
import { defaultPlanPath } from '@cellthread/plan/load';
import { readPlant } from './readPlant';

const text = readFileSync(defaultPlanPath(), 'utf8');

test('the line measures numbers, and counts in whole steps, knows what is true, and makes up no texts', () => {
  const of = (type: string) => `      - { id: of_${type}, name: N, unit: none, type: ${type}, decimals: 2 }\n`;
  const added = ['number', 'count', 'boolean', 'text'].map(of).join('');
  const plant = readPlant(
    parsePlan(text.replace('      - id: fill_vacuum\n', `${added}      - id: fill_vacuum\n`), 'plan.yaml')
  );
  const filling = plant.stations.find(({ id }) => id === 'filling');
  expect(
    filling?.characteristics.filter(({ id }) => id.startsWith('of_')).map(({ id, resolution }) => [id, resolution])
  ).toEqual([
    ['of_number', 0.01],
    ['of_count', 1],
    ['of_boolean', 1],
  ]);
});
