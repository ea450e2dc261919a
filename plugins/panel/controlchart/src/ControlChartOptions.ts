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
  /** `auto`: time, unless pauses fill more than a fifth of it. */
  xAxis: 'auto' | 'time' | 'order';
  /** Streams in one chart, or each in a small one of its own, all on one scale. */
  layout: 'together' | 'multiples';
  showZones: boolean;
  showSpec: boolean;
  showDispersion: boolean;
  showStatistics: boolean;

  phaseFields: string[];

  /** Charts of counts: minutes of a point (0: as many cells as tell something), and the column of how many a row tells of. */
  countWindow: number;
  unitsField: string;

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
