import { cellCharts } from '@cellthread/stats';
import { type DataFrame } from '@grafana/data';
import { frameNamed } from '../frames/frameNamed';

/** What a panel states itself of how a characteristic is charted. */
export interface ChartingOptions {
  /** Id in the registry of chart types of the statistics package, or `asPlanned`. */
  chart: string;
  /** Whether the plan's rules stand before `rules`, where it states some. */
  rulesFrom: 'plan' | 'panel';
  /** Ids of rules of the statistics package. */
  rules: string[];
  /** None: as the plan says, where it does. */
  subgroupBy: string[];
  /** 0: as many as share the columns of `subgroupBy`; not stated: the plan's, else 5. */
  subgroupSize?: number;
  /** Minutes; not stated: the plan's, else half an hour. */
  maxGap?: number;
}

/** In place of a chart type: the one that the control plan states. */
export const asPlanned = 'plan';

/** How a characteristic is charted: what the panel's options state, else the control plan, else the usual. */
export interface Charting {
  chart: string;
  /**
   * The chart that the plan states and the panel has no drawing of; empty where it draws what is planned, or was told.
   */
  notDrawn: string;
  /** The chart that the plan states, of which its control limits are; empty where it states none. */
  planned: string;
  rules: readonly string[];
  /** Columns that the rows of a subgroup share; none: rows are counted off. */
  subgroupBy: readonly string[];
  /** Rows of a subgroup; 0: as many as share the columns. */
  subgroupSize: number;
  /** ms. */
  maxGap: number;
}

/** What the cells datasource says of the plan in the meta data of its `limits` frame, by characteristic. */
interface Stated {
  chart?: string;
  rules?: string[];
  subgroupBy?: string[];
  subgroupN?: number;
  maxGapS?: number;
}

/** The chart where nobody states one. */
const usualChart = 'i-mr';

/** Rows of a subgroup where nobody states how many. */
const usualSize = 5;

/** The longest pause that a chart bridges where nobody states one. */
const usualGap = 30 * 60_000;

export function chartingOf(
  series: readonly DataFrame[],
  characteristic: string,
  columns: ReadonlySet<string>,
  options: ChartingOptions
): Charting {
  const stated = statedBy(series, characteristic);
  // A key of the plan that the query did not bring cannot part the rows.
  const by = (stated.subgroupBy ?? []).filter((name) => columns.has(name));
  const own = options.subgroupBy.length > 0;
  const planned = options.chart === asPlanned ? (stated.chart ?? usualChart) : options.chart;
  const chart = cellCharts.some((type) => type.id === planned) ? planned : usualChart;
  return {
    chart,
    notDrawn: chart === planned ? '' : planned,
    planned: stated.chart ?? '',
    rules: (options.rulesFrom === 'plan' && stated.rules) || options.rules,
    subgroupBy: own ? options.subgroupBy : by,
    subgroupSize: options.subgroupSize ?? (own || by.length === 0 ? usualSize : plannedSize(stated)),
    maxGap:
      options.maxGap !== undefined
        ? options.maxGap * 60_000
        : stated.maxGapS !== undefined
          ? stated.maxGapS * 1000
          : usualGap,
  };
}

/**
 * Rows of the plan's subgroups. It states 1 of what it charts by single values, and of means of all that share the
 * keys.
 */
function plannedSize({ chart = '', subgroupN = 0 }: Stated): number {
  return subgroupN !== 1 ? subgroupN : chart.startsWith('i-mr-') ? 0 : usualSize;
}

function statedBy(series: readonly DataFrame[], characteristic: string): Stated {
  const custom = frameNamed(series, 'limits')?.meta?.custom as { charting?: Record<string, Stated> } | undefined;
  return custom?.charting?.[characteristic] ?? {};
}
