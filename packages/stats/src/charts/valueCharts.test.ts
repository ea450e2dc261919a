import { chartTypes } from './chartTypes';
import { valueCharts } from './valueCharts';

test('charts of values and subgroups are those of the registry, in its order', () => {
  expect(valueCharts).toEqual(chartTypes.filter((t) => t.input === 'values' || t.input === 'subgroups'));
});
