import { type Numbers } from './Numbers';

/**
 * How sure the control limits are: frozen in the plan, waiting for approval there, or estimated from a stated baseline.
 */
export type LimitState = 'approved' | 'provisional' | 'none';

/** One stretch of limits that holds for the points [start, end) of a stream. `null`: there is no such limit. */
export interface LimitStep {
  start: number;
  end: number;
  centre: number | null;
  lcl: number | null;
  ucl: number | null;
  /** σ of the plotted value: the zones are centre ± 1 σ and ± 2 σ. */
  sigma: number | null;
  lsl: number | null;
  target: number | null;
  usl: number | null;
  state: LimitState;
  /** x from which the limits hold, where it is known more exactly than by the points; `null` else. */
  since: number | null;
}

/** What a point is marked for; the kind decides shape and colour. */
export type MarkKind = 'out-of-spec' | 'out-of-control' | 'pattern' | 'reported';

/** A rule that spoke at a point. `members` are the points of the stream that make the pattern, the point included. */
export interface Hit {
  kind: MarkKind;
  /** Id of the rule ("N2"), `spec`, or the rule that the datasource names. */
  rule: string;
  /** The rule in words. */
  title: string;
  side: 'high' | 'low' | 'both';
  members: number[];
  /** The row of the input that it is about, where a point stands for several; absent where it is about the point. */
  row?: number;
}

/** One of the charts of a pair: the same points, another statistic. `y[i]` is NaN where nothing can be plotted. */
export interface PlotModel {
  id: string;
  title: string;
  y: Numbers;
  steps: LimitStep[];
  zones: boolean;
  /** Hits by point, in ascending order of the point. */
  hits: Map<number, Hit[]>;
}

/**
 * What is drawn hollow in the first chart: a visit that takes no part in the statistics, or a subgroup that is still
 * filling, with the mean of its values so far.
 */
export interface HollowPoint {
  x: number;
  y: number;
  rows: Int32Array;
  kind: 'excluded' | 'partial';
  /** Why it is no point. */
  reason: string;
}

/** One sequence of points with its own memory: the whole chart, or one stratum of it. */
export interface StreamModel {
  name: string;
  /** Ascending; ms since 1970, or the place in process order from 1 on. */
  x: Numbers;
  /** Rows of the input behind a point, in process order. */
  rowsOf: (point: number) => Int32Array;
  /** 1 where a point starts anew after a gap, a phase or an excluded visit. */
  breaks: Uint8Array;
  plots: PlotModel[];
  hollow: HollowPoint[];
}

/** A moment where the phase (product, recipe, …) changed. */
export interface Divider {
  x: number;
  /** What is new in the phase that begins. */
  label: string;
}

/** Everything a control chart shows, without pixels, colours or a clock. All streams have the same plots. */
export interface ChartModel {
  streams: StreamModel[];
  dividers: Divider[];
}
