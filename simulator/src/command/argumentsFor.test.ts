import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { defaultPlant } from '@cellthread/plan/plant';
import { readPlant } from '../plant/readPlant';
import { argumentsFor } from './argumentsFor';
import { parseArguments } from './parseArguments';

const HOUR = 3_600_000;
const plantOf = (name: string) => readPlant(loadPlan(path.join(defaultPlant(), '..', name, 'plan.yaml')));
const args = (name: string, ...argv: string[]) => argumentsFor(parseArguments(argv), plantOf(name));

test('a history is eight hours, or as long as a slow line takes for 300 cells, unless it is stated', () => {
  expect(args('lfp-prismatic', '--history', 'auto').historyMs).toBe(8 * HOUR);
  expect(args('pouch-pilot', '--history', 'auto').historyMs).toBe(20 * HOUR);
  expect(args('pouch-pilot', '--history', '1h').historyMs).toBe(HOUR);
});

test('usual faults are of the line: a watched characteristic drifts, a last one is out of spec', () => {
  const places = (name: string) => args(name, '--fault', 'usual').faults.map(({ id, place }) => [id, place]);
  expect(places('lfp-prismatic').map(([id]) => id)).toEqual(['nozzle-wavering', 'welder-leakers']);
  expect(places('pouch-pilot')).toEqual([
    ['drift', 'tab_joining.join_energy'],
    ['out-of-spec', 'release_test.resistance_at_25c'],
  ]);
});
