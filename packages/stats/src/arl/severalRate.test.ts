import { severalRate } from './severalRate';

/** Times an item that it is told, until none of the last n is bad: stationary Markov chain over the last n items, in Python. */
const told = [
  { k: 1, n: 5, share: 0.01, rate: 0.009509900499 },
  { k: 2, n: 6, share: 0.02, rate: 0.001733560632447749 },
  { k: 3, n: 8, share: 0.05, rate: 0.0017497488406480377 },
  { k: 3, n: 10, share: 0.02, rate: 0.00023317914435811707 },
  { k: 4, n: 4, share: 0.2, rate: 0.0012703138568416054 },
];

test.each(told)('$k of $n are told no more often than said, and hardly less: share $share', ({ k, n, share, rate }) => {
  const said = severalRate(k, n, share);
  expect(said).toBeGreaterThanOrEqual(rate * (1 - 1e-12));
  expect(said).toBeLessThan(rate * (1 + n * share));
});

/** −ln(Q₃/Q₂)/n of Naus 1982, in Python. */
test.each([
  [0.001, 1.669961815442689e-7],
  [0.005, 1.8985353386731406e-5],
  [0.01, 0.0001350778318732696],
  [0.02, 0.0008634766958843706],
])('3 of 20 are what the scan statistic says: share %d', (share, naus) => {
  const ratio = severalRate(3, 20, share) / naus;
  expect(ratio).toBeGreaterThanOrEqual(1);
  expect(ratio).toBeLessThan(1 + 20 * share);
});

test('where nothing or everything is bad nothing begins', () => {
  expect([severalRate(3, 20, 0), severalRate(3, 20, 1)]).toEqual([0, 0]);
});
