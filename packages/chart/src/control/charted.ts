import { type ChartType } from '@cellthread/stats';
import { type Observations } from './Observations';

/** How the rows of observations become points of a chart. */
export interface Charted {
  /** Every row is a point; else rows are gathered. */
  individuals: boolean;
  /** Points are subgroups of measured values. */
  grouped: boolean;
  /** Points count what is wrong of what was inspected: no measured value, so no spec and no capability. */
  counted: boolean;
}

export function chartedAs({ input }: ChartType, { units }: Pick<Observations, 'units'>): Charted {
  const [grouped, counted] = [input === 'subgroups', input === 'counts'];
  return { individuals: !grouped && (!counted || units !== undefined), grouped, counted };
}
