import { vocabulary } from '@cellthread/plan';
import { chartTypes, rules } from '@cellthread/stats';

test('a plan may name exactly the charts and rules that can be drawn', () => {
  expect(vocabulary.chart).toEqual(chartTypes.map(({ id }) => id));
  expect(vocabulary.rule).toEqual(rules.map(({ id }) => id));
});
