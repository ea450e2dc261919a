import { provenShare, sampleToProve } from './provenShare';

/** P(at least so many good ones of n), summed term by term. */
function atLeast(good: number, n: number, share: number): number {
  let sum = 0;
  for (let k = good; k <= n; k++) {
    let term = share ** k * (1 - share) ** (n - k);
    for (let i = 1; i <= n - k; i++) {
      term *= (k + i) / i;
    }
    sum += term;
  }
  return sum;
}

test.each([
  [29, 0],
  [28, 1],
  [45, 1],
  [59, 0],
  [57, 2],
  [117, 7],
  [3, 9],
  [1, 0],
])(
  'were the share no more than what %i good and %i bad prove, so many good ones were 5 %% likely at most',
  (good, bad) => {
    expect(atLeast(good, good + bad, provenShare(good, bad, 0.95))).toBeCloseTo(0.05, 10);
  }
);

// The bounds of Clopper and Pearson's tables, one-sided at 95 %: none of 20 bad 13.9 %, 1 of 20 21.6 %, 2 of 20 28.3 %, 4 of 200 4.5 %.
test.each([
  [20, 0, 13.9],
  [19, 1, 21.6],
  [18, 2, 28.3],
  [196, 4, 4.5],
])('of %i good and %i bad at most %f %% are bad', (good, bad, most) => {
  expect(100 * (1 - provenShare(good, bad, 0.95))).toBeCloseTo(most, 0.9);
});

test('29 of 29 prove 90.2 % good at 95 %', () => {
  expect(100 * provenShare(29, 0, 0.95)).toBeCloseTo(90.186, 3);
});

// Wilks (1941) and every table of distribution-free tolerance limits.
test.each([
  [0.9, [29, 46, 61]],
  [0.95, [59, 93, 124, 153, 181]],
  [0.99, [299, 473, 628]],
])('%f good at 95 %% is proved by samples as published, with 0, 1, 2 … bad ones', (share, published) => {
  expect(published.map((_, bad) => sampleToProve(share, bad, 0.95))).toEqual(published);
});

test('one less never proves it', () => {
  for (const share of [0.5, 0.9, 0.95, 0.99, 0.999]) {
    for (const bad of [0, 1, 5, 40]) {
      const n = sampleToProve(share, bad, 0.95);
      expect(provenShare(n - bad, bad, 0.95)).toBeGreaterThanOrEqual(share);
      expect(provenShare(n - bad - 1, bad, 0.95)).toBeLessThan(share);
    }
  }
});

test('a sample without a good one proves nothing', () => {
  expect(provenShare(0, 0, 0.95)).toBe(0);
  expect(provenShare(0, 3, 0.95)).toBe(0);
});
