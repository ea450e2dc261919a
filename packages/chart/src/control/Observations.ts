import { type Numbers } from '../model/Numbers';
/** What a control chart is made from: one entry a row, ascending in time (process order). */
export interface Observations {
  n: number;
  /** ms since 1970; `null` where the data has no time, then the row number is all there is. */
  time: Numbers | null;
  /** NaN is missing: it keeps its place and counts as nothing. For charts of counts what is wrong: of a cell 0 or 1, or its defects. */
  value: Numbers;
  /** Charts of counts: the units that a row tells of, each row being a point; absent where a row is one cell. */
  units?: Numbers;
  /** Name of the stream a row belongs to; `null`: all rows are one stream. */
  stream: ((row: number) => string) | null;
  /** Rational subgroup of a row; `null`: neighbouring rows are counted off. */
  subgroup: ((row: number) => string) | null;
  /** Phase of a row (product, recipe, …); where it changes, lines and memory end. `null`: one phase. */
  phase: ((row: number) => string) | null;
  /** Why a row takes no part; empty where it does. `null`: all take part. */
  excluded: ((row: number) => string) | null;
}

/** One row of limits, as the plan or the table states it. `null`: not stated. */
export interface LimitRow {
  lsl: number | null;
  target: number | null;
  usl: number | null;
  centre: number | null;
  sigmaWithin: number | null;
  sigmaBetween: number | null;
  sigmaPlotted: number | null;
  subgroupSize: number | null;
  /** Control limits stated as lines; they stand above what follows from σ. */
  lcl: number | null;
  ucl: number | null;
  /** ms since 1970 from which the row holds; `null` where it always did. */
  from: number | null;
  approved: boolean;
  /** Why its control limits are not drawn, as the end of "The limits …"; absent where they are. */
  refused?: { why: string; /** Whether a baseline may stand in for them. */ baseline: boolean };
  revision: string;
}

/** Limits of the rows: an index into `rows` each, or one index for them all; -1 where none hold. */
export interface Limits {
  rows: readonly LimitRow[];
  of: Int32Array | number;
}

/** Index of the limits that hold for a row, -1 for none. */
export function limitOf({ of }: Limits, row: number): number {
  return typeof of === 'number' ? of : of[row]!;
}
