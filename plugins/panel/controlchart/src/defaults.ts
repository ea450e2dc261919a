import { LegendDisplayMode } from '@grafana/schema';
import { asPlanned, cellLinkDefaults, columnDefaults, exclusionDefaults } from '@cellthread/panelkit';
import { type ControlChartOptions } from './ControlChartOptions';

/** What a panel does that has been told nothing. */
export const defaults: ControlChartOptions = {
  ...columnDefaults,
  ...exclusionDefaults,
  ...cellLinkDefaults,
  chart: asPlanned,
  xAxis: 'auto',
  layout: 'together',
  rulesFrom: 'plan',
  rules: ['N1', 'N2', 'N3', 'N5', 'N6'],
  showZones: true,
  showSpec: true,
  showDispersion: true,
  showStatistics: true,
  lastPoints: 0,
  subgroupBy: [],
  phaseFields: ['product', 'recipe', 'recipe_version'],
  countWindow: 60,
  unitsField: '',
  limitsFrom: 'plan',
  baseline: 'first',
  baselinePoints: 100,
  baselineFrom: '',
  baselineTo: '',
  legend: { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true, calcs: [] },
};
