import { cellCharts } from './cellCharts';
import { chartTypes } from './chartTypes';

test('charts of cells are those of the registry that need neither streams nor several variables, in its order', () => {
  expect(cellCharts).toEqual(chartTypes.filter((t) => t.input !== 'streams' && t.input !== 'rows'));
});
