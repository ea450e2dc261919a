import {
  type CellLinkOptions,
  type ChartingOptions,
  type ColumnOptions,
  type ExclusionOptions,
  type SpecOptions,
} from '@cellthread/panelkit';
import { type OptionsWithLegend } from '@grafana/schema';

/**
 * What is saved in a dashboard. Names never change; a new one has a default. Empty texts leave the choice to the panel.
 */
export interface ControlChartOptions
  extends OptionsWithLegend, ChartingOptions, ColumnOptions, ExclusionOptions, SpecOptions, CellLinkOptions {
  xAxis: 'time' | 'order';
  showZones: boolean;
  showSpec: boolean;
  showDispersion: boolean;
  showStatistics: boolean;

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
}
