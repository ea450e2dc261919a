import { compareCommands } from './compareCommands';

test('TypeScript and Go give the same answers, and the same complaints, to five hundred random problems', () => {
  const { refused, differences } = compareCommands(1, 500);
  expect(differences).toEqual([]);
  expect(refused).toBeGreaterThan(10);
}, 120_000);
