import { type ChartingOptions, type ExclusionOptions, type SpecOptions } from '@cellthread/panelkit';
import { type OptionsWithLegend } from '@grafana/schema';

/** What is saved in a dashboard. Names never change; a new one has a default. Empty texts leave the choice to the panel. */
export interface ControlChartOptions extends OptionsWithLegend, ChartingOptions, ExclusionOptions, SpecOptions {
  xAxis: 'time' | 'order';
  showZones: boolean;
  showSpec: boolean;
  showDispersion: boolean;
  showStatistics: boolean;

  valueField: string;
  timeField: string;
  idField: string;
  /** Columns whose values are streams of their own. */
  strata: string[];
  /** Without `strata`: whether streams whose limits in the plan differ are told apart. */
  splitByLimits: boolean;
  only: string;

  phaseFields: string[];

  /** How many points are shown, counted from the last; 0 shows all. The statistics are of all. */
  lastPoints: number;

  /** Where control limits come from: the plan, else the baseline; or the baseline alone. */
  limitsFrom: 'plan' | 'baseline';
  baseline: 'first' | 'period' | 'values' | 'none';
  baselinePoints: number;
  baselineFrom: string;
  baselineTo: string;
  baselineCentre?: number;
  baselineSigma?: number;

  /** What a click on a point does: open the cell's traveler, or hold the tooltip with its links. */
  click: 'traveler' | 'tooltip';
  cellLink: string;
}
