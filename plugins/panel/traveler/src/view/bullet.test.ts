import { quantity } from '@cellthread/panelkit';
import { type Characteristic } from '../read/Traveler';
import { bullet } from './bullet';
import { isOutOfSpec, unprovenText } from '../read/route';
import { bulletText, readingText, specText } from './bulletText';

const c = (over: Partial<Characteristic>): Characteristic => ({
  time: null,
  stationName: '',
  station: 's',
  visit: 1,
  id: 'x',
  name: 'X',
  value: 5,
  text: '',
  boolean: false,
  unit: 'massg',
  lsl: 0,
  target: null,
  usl: 10,
  verdict: '',
  reading: '',
  centre: null,
  sigma: null,
  z: null,
  percentile: null,
  controlLimits: '',
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

test('a single limit is drawn beside its value, on either side', () => {
  const below = bullet(c({ lsl: null, usl: 0.75, value: 0.7 }))!;
  expect([below.spec!.from, below.spec!.to > below.value!]).toEqual([0, true]);
  const beyond = bullet(c({ lsl: null, usl: 0.75, value: 0.8 }))!;
  expect(beyond.spec!.to < beyond.value!).toBe(true);
  expect(bullet(c({ lsl: null, usl: 0.75, value: null }))).toBeNull();
});

test.each<[Partial<Characteristic>, string, string]>([
  [{ lsl: 0, usl: 10 }, '0 … 10 g', '5 g'],
  [{ lsl: null }, '≤ 10 g', '5 g'],
  [{ usl: null }, '≥ 0 g', '5 g'],
  [{ lsl: null, usl: null }, '', '5 g'],
  [{ reading: 'censored-high' }, '0 … 10 g', '≥ 5 g'],
  [{ reading: 'censored-low' }, '0 … 10 g', '≤ 5 g'],
])('spec and value are written as far as they are known: %j', (over, spec, value) => {
  expect([specText(c(over)), readingText(c(over))]).toEqual([spec, value]);
});

test('a sentinel is no value out of spec, and proves nothing', () => {
  const sentinel = c({ value: 9999, verdict: 'implausible', reading: 'implausible' });
  expect([isOutOfSpec(sentinel), unprovenText(sentinel)]).toEqual([false, 'no measurement: implausible']);
  expect(bulletText(sentinel)).toBe('X: 9999 g, no measurement: implausible, spec 0 g to 10 g');
  expect(bulletText(c({ value: null, verdict: 'unmeasured' }))).toBe('X: not measured');
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
