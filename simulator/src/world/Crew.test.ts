import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../plant/readPlant';
import { crewOf, operatorOf } from './Crew';

const plant = readPlant(loadPlan());

test('four crews take turns, and each has another person on every line in every area', () => {
  expect([20, 21, 22, 23, 24].map(crewOf)).toEqual([0, 1, 2, 3, 0]);
  const teams = plant.lines.flatMap((line) =>
    [...new Set([...line.equipment.values()].flat().map(({ area }) => area))].map((area) => ({ line, area }))
  );
  const people = teams.flatMap(({ line, area }) => [0, 1, 2, 3].map((crew) => operatorOf(plant, line, area, crew)));
  expect(teams.length).toBeGreaterThan(6);
  expect(new Set(people).size).toBe(4 * teams.length);
  expect(people.every((id) => /^op-\d\d$/.test(id))).toBe(true);
});
