import { age } from './age';

test.each([
  [-5, '0 min'],
  [119, '119 min'],
  [120, '2 h'],
  [47 * 60, '47 h'],
  [48 * 60, '2 d'],
])('%i minutes ago reads as %s', (minutes, text) => {
  expect(age(0, minutes * 60_000)).toBe(text);
});
