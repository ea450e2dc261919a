import { type DataFrame } from '@grafana/data';
import { frameNamed } from '../frames/frameNamed';
import { hasColumn } from '../frames/hasColumn';
import { readStretches } from './planLimits';
import { strataOfLimits } from './strataOfLimits';

/** Columns by which the plan's limits differ, as far as the rows have them. */
export function strataByLimits(series: readonly DataFrame[], frame: DataFrame, characteristic: string): string[] {
  const plan = frameNamed(series, 'limits');
  return plan && plan !== frame
    ? strataOfLimits(readStretches(plan, characteristic)).filter((name) => hasColumn(frame, name))
    : [];
}
