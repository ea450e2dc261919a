import { type Reading } from '../read/Traveler';
import { airOf } from './airOf';

const reading = (quantity: string, value: number | null): Reading => ({
  time: 0,
  station: 'ageing',
  visit: 1,
  zone: 'ageing-1',
  sensor: 'rack-2',
  quantity,
  value,
  unit: 'celsius',
  ageS: 10,
});
const texts = (...readings: Reading[]) => airOf(readings).map((a) => `${a.label} ${a.text}`);

test('a quantity and its extremes are one line', () => {
  expect(
    texts(reading('temperature', 22.8), reading('temperature.min', 21.9), reading('temperature.max', 23.8))
  ).toEqual(['temperature 22.8 °C (21.9 … 23.8)']);
});

test('extremes alone are a range, and what is missing stays missing', () => {
  expect(texts(reading('temperature.min', 21.9), reading('temperature.max', null))).toEqual([
    'temperature 21.9 … – °C',
  ]);
  expect(texts(reading('dew_point', null))).toEqual(['dew point –']);
});

test('a mean is written with one digit more than its extremes', () => {
  expect(
    texts(reading('dew_point', -46.116667), reading('dew_point.min', -48.9), reading('dew_point.max', -43.5))
  ).toEqual(['dew point -46.12 °C (-48.9 … -43.5)']);
  expect(texts(reading('dew_point', -46.116667))).toEqual(['dew point -46.1167 °C']);
});
