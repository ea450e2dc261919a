import { type OptionsWithLegend } from '@grafana/schema';

/** Reasons for which a visit takes no part in the statistics. */
export type Exclusion = 'superseded' | 'run-type' | 'skipped' | 'repeat-visit';

/** What is saved in a dashboard. Names never change; a new one has a default. Empty texts leave the choice to the panel. */
export interface ControlChartOptions extends OptionsWithLegend {
  /** Id in the registry of chart types of the statistics package. */
  chart: string;
  xAxis: 'time' | 'order';
  /** Whether the plan's rules stand before `rules`, where it states some. */
  rulesFrom: 'plan' | 'panel';
  /** Ids of rules of the statistics package. */
  rules: string[];
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
  /** None: as the plan says, where it does. */
  subgroupBy: string[];
  /** 0: as many as share the columns of `subgroupBy`; not stated: the plan's, else 5. */
  subgroupSize?: number;

  /** Minutes; not stated: the plan's, else half an hour. */
  maxGap?: number;
  phaseFields: string[];
  exclude: Exclusion[];
  runTypes: string[];

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
  /** Stated spec limits, for data that brings none. */
  lsl?: number;
  target?: number;
  usl?: number;

  /** What a click on a point does: open the cell's traveler, or hold the tooltip with its links. */
  click: 'traveler' | 'tooltip';
  cellLink: string;
}
