import { type Limits, type Observations } from '@cellthread/chart';
import { type DataFrame } from '@grafana/data';
import { frameNamed } from '../frames/frameNamed';
import { columnLimits, type SpecOptions } from './columnLimits';
import { planLimits } from './planLimits';

/** The limits of the rows of a table: the plan's, where the datasource sends them; else columns beside the values. */
export function limitsOf(
  series: readonly DataFrame[],
  frame: DataFrame,
  characteristic: string,
  sourceRow: (row: number) => number,
  { n, time }: Observations,
  options: SpecOptions
): Limits {
  const plan = frameNamed(series, 'limits');
  return plan && plan !== frame
    ? planLimits(plan, characteristic, frame, sourceRow, n, time)
    : columnLimits(frame, sourceRow, n, options);
}
