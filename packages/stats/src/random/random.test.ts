import { normals, random } from './random';

test('the sequence of a seed is fixed: another language repeats it bit for bit', () => {
  // From an implementation of the published algorithm in another language.
  const first = random(1);
  expect([first(), first(), first()]).toEqual([0.5686059948349658, 0.8893939367683266, 0.4705824180198359]);
  const last = random(4294967295);
  expect([last(), last(), last()]).toEqual([0.19461841469507213, 0.5485967281391287, 0.2282790634437124]);
});

test('normal numbers have mean 0, variance 1 and the right tails', () => {
  const draw = normals(random(2));
  const n = 400_000;
  let sum = 0;
  let squares = 0;
  let beyond = 0;
  for (let i = 0; i < n; i++) {
    const z = draw();
    sum += z;
    squares += z * z;
    beyond += Math.abs(z) > 3 ? 1 : 0;
  }
  expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs(squares / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  expect(Math.abs(beyond - 0.0026998 * n)).toBeLessThan(4 * Math.sqrt(0.0027 * n));
});
