import { lineDecimals } from './formatters';

test.each([
  [0.5, 0, 1],
  [12, 0, 0],
  [800.2134, 1, 2],
  [800.2, 1, 1],
  [0.03333333, 2, 3],
  [5, undefined, undefined],
])('a centre of %d where values have %s decimals is written with %s', (v, decimals, expected) => {
  expect(lineDecimals(v, decimals)).toBe(expected);
});
