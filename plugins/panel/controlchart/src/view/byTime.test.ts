import { byTime } from './byTime';

const hour = 60;

test('points stand at their times unless pauses fill more than a fifth of it', () => {
  const shift = (pause: number) => [0, 20, 40, hour, hour + pause, hour + pause + 20];
  expect(byTime('auto', shift(20), 30)).toBe(true);
  expect(byTime('auto', shift(31), 30)).toBe(false);
  expect(byTime('auto', shift(31), 40)).toBe(true);
});

test('the choice of a person stands, and what has no time stands evenly', () => {
  const night = [0, 1, 1000, 1001];
  expect([
    byTime('time', night, 30),
    byTime('order', [0, 1], 30),
    byTime('auto', null, 30),
    byTime('time', null, 30),
  ]).toEqual([true, false, false, false]);
  expect(byTime('auto', [5], 30)).toBe(true);
});
