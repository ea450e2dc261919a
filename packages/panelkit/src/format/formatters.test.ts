import { createTheme, FieldType } from '@grafana/data';
import { formatters } from './formatters';

test.each([
  [0.5, 0, '0.5'],
  [12, 0, '12'],
  [800.2134, 1, '800.21'],
  [800.2, 1, '800.2'],
  [0.03333333, 2, '0.033'],
  [5, undefined, '5'],
])('a centre of %d where values have %s decimals is written as %s', (v, decimals, expected) => {
  const field = { name: 'fill_mass', type: FieldType.number, config: { decimals }, values: [] };
  expect(formatters(field, createTheme(), 'utc').line(v)).toBe(expected);
});
