import { type Characteristic } from '../read/Traveler';
import { bullet } from './bullet';
import { bulletText } from './bulletText';
import { quantity } from './quantity';

const c = (over: Partial<Characteristic>): Characteristic => ({
  time: null,
  stationName: '',
  station: 's',
  visit: 1,
  id: 'x',
  name: 'X',
  value: 5,
  unit: 'massg',
  lsl: 0,
  target: null,
  usl: 10,
  verdict: '',
  centre: null,
  sigma: null,
  z: null,
  percentile: null,
  ...over,
});

test('a value in the middle of its spec stands in the middle of the bar', () => {
  const b = bullet(c({}))!;
  expect(b.value).toBeCloseTo(0.5);
  expect([b.spec!.from, b.spec!.to].map((v) => v.toFixed(3))).toEqual(['0.115', '0.885']);
});

test('an open side of the spec reaches the end of the bar', () => {
  expect(bullet(c({ lsl: null, centre: 5, sigma: 1 }))!.spec!.from).toBe(0);
});

test('on a side without a limit the bar reaches as far as the value', () => {
  expect(bullet(c({ lsl: null, target: 8, value: 1 }))).toMatchObject({ beyond: null });
});

test('a value far outside stands at the edge and is told to be beyond it', () => {
  expect(bullet(c({ value: 100 }))).toMatchObject({ value: 1, beyond: 'high' });
  expect(bullet(c({ value: -100 }))).toMatchObject({ value: 0, beyond: 'low' });
});

test('a missing value is no mark, and not zero', () => {
  expect(bullet(c({ value: null }))).toMatchObject({ value: null, beyond: null });
  expect(bulletText(c({ value: null }))).toBe('X: missing');
});

test('a single limit is nothing to compare with', () => {
  expect(bullet(c({ lsl: null }))).toBeNull();
});

test('the bar is told in words', () => {
  expect(bulletText(c({ value: 12, centre: 5, sigma: 1.5, percentile: 99.6 }))).toBe(
    'X: 12 g, out of spec, spec 0 g to 10 g; its peers 5 g ± 1.5 g, higher than 100 % of them'
  );
});

test.each<[number | null, string, string]>([
  [0.8, 'massg', '0.8 g'],
  [1234.5, 'massg', '1234.5 g'],
  [0.00021, 'mbar·L/s', '0.00021 mbar·L/s'],
  [3, '', '3'],
  [null, 'massg', '–'],
])('%s %s is written %s', (value, unit, text) => {
  expect(quantity(value, unit)).toBe(text);
});
