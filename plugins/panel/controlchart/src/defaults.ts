import { LegendDisplayMode } from '@grafana/schema';
import { asPlanned, defaultCellLink } from '@cellthread/panelkit';
import { type ControlChartOptions } from './ControlChartOptions';

/** What a panel does that has been told nothing. */
export const defaults: ControlChartOptions = {
  chart: asPlanned,
  xAxis: 'time',
  rulesFrom: 'plan',
  rules: ['N1', 'N2', 'N3', 'N5', 'N6'],
  showZones: true,
  showSpec: true,
  showDispersion: true,
  showStatistics: true,
  valueField: '',
  timeField: '',
  idField: '',
  strata: [],
  splitByLimits: true,
  lastPoints: 0,
  only: '',
  subgroupBy: [],
  phaseFields: ['product', 'recipe', 'recipe_version'],
  exclude: ['superseded', 'run-type', 'skipped', 'repeat-visit'],
  runTypes: ['production'],
  limitsFrom: 'plan',
  baseline: 'first',
  baselinePoints: 100,
  baselineFrom: '',
  baselineTo: '',
  click: 'traveler',
  cellLink: defaultCellLink,
  legend: { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true, calcs: [] },
};
