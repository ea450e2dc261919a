import { limitOf, type Limits, type Observations } from '@cellthread/chart';
import { type Charting } from '@cellthread/panelkit';
import { cellCharts } from '@cellthread/stats';
import { type Field } from '@grafana/data';

/** Charts of how many cells fail; the others of charts of counts are of how many defects they have. */
const ofFailures: ReadonlySet<string> = new Set(['p', 'np', 'laney-p']);

const MINUTE = 60_000;

export interface Counting {
  /** Minutes of a point where no column says what its cells share; 0: as many cells as tell something. */
  countWindow: number;
}

const isOfCounts = (chart: string): boolean => cellCharts.find(({ id }) => id === chart)?.input === 'counts';

/** Whether a chart counts what is wrong. */
export const counts = ({ chart }: Pick<Charting, 'chart'>): boolean => isOfCounts(chart);

/** Whether the plan's control limits are of what the chart draws: a share has no limits of a mass, nor a mass of a share. */
export const fits = ({ chart, planned }: Pick<Charting, 'chart' | 'planned'>): boolean =>
  planned === '' || isOfCounts(planned) === isOfCounts(chart);

/**
 * What is wrong with each row in place of its value: of charts of failures 1 outside its spec limits and 0 inside, the failures of a sample as
 * they are, and where there is no spec 0 and 1; any other value without a spec says nothing of failing and is missing. Of charts of defects the value. Points are windows of
 * time unless a column says what cells share.
 */
export function countedOf(
  obs: Observations,
  limits: Limits,
  { chart }: Pick<Charting, 'chart'>,
  { countWindow }: Counting
): { obs: Observations; limits: Limits } {
  const value = Float64Array.from(obs.value, (v, row) =>
    ofFailures.has(chart) && !obs.units ? failed(v, limits, row) : v
  );
  const { time } = obs;
  const windows =
    time && countWindow > 0 ? (row: number) => String(Math.floor(time[row]! / (countWindow * MINUTE))) : null;
  return {
    obs: { ...obs, value, subgroup: obs.subgroup ?? windows },
    limits: { ...limits, rows: limits.rows.map((row) => ({ ...row, lsl: null, target: null, usl: null })) },
  };
}

/** A share is written in per cent, a number of failures or defects without the unit of what was measured. */
export function writtenAs(value: Field, { chart }: Pick<Charting, 'chart'>): Field {
  const share = ofFailures.has(chart) && chart !== 'np';
  const { displayName } = value.config;
  return {
    ...value,
    display: undefined,
    config: { displayName, unit: share ? 'percentunit' : 'none', ...(share && { decimals: 1 }) },
  };
}

function failed(v: number, limits: Limits, row: number): number {
  const { lsl = null, usl = null } = limits.rows[limitOf(limits, row)] ?? {};
  if (Number.isNaN(v) || (lsl === null && usl === null)) {
    return v === 0 || v === 1 ? v : NaN;
  }
  return v > (usl ?? Infinity) || v < (lsl ?? -Infinity) ? 1 : 0;
}
