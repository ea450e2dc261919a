import { compareCommands } from './compareCommands';
import { malformedProblem } from './malformedProblem';

test('TypeScript and Go give the same answers, and the same complaints, to five hundred random problems', () => {
  const { refused, differences } = compareCommands(1, 500);
  expect(differences).toEqual([]);
  expect(refused).toBeGreaterThan(10);
}, 120_000);

test('of five hundred problems with some places spoilt they refuse the same ones, with the same sentences', () => {
  const { refused, differences } = compareCommands(1, 500, malformedProblem);
  expect(differences).toEqual([]);
  expect(refused).toBeGreaterThan(300);
}, 120_000);
