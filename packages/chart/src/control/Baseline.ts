import { type ChartModel as StatsModel } from '@cellthread/stats';

/** What provisional limits are estimated from when the plan has none. */
export type BaselineChoice =
  | { kind: 'first'; points: number }
  | { kind: 'period'; from: number; to: number }
  | { kind: 'values'; centre: number; sigma: number };

/** A stream's provisional limits and the sentence that says where they come from. */
export interface Baseline {
  model: StatsModel;
  /** First and last time in ms and number of points of the estimate; `null` for stated values. */
  from: number | null;
  to: number | null;
  points: number;
}

/** Fewest points that limits are estimated from at all; fewer are noise. */
export const fewestBaselinePoints = 8;
