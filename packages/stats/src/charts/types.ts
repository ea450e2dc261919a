/**
 * What a chart reads, in process order (the caller sorts). Arrays that describe points have one entry a plotted point:
 * a value, a subgroup (`starts`), a row (`columns`).
 */
export interface ChartData {
  /** Measured values or counts; NaN is missing and keeps its place. ±Infinity is refused. */
  values: Float64Array;
  /** Subgroup charts: index into `values` where each subgroup begins, ascending, the first 0. */
  starts?: Int32Array;
  /** Attribute charts: units inspected a point (p, np, u); 1 where absent. */
  sizes?: Float64Array;
  /** Sister streams: stream of each value; short runs: product of each value. Small whole numbers from 0. */
  groups?: Int32Array;
  /** Multivariate charts: variables a row; `values` holds the rows one after the other. */
  columns?: number;
  /** 1 where nothing may be remembered from the point before: phase, recipe, tray, tool change, gap > maxGap. */
  breaks?: Uint8Array;
  /** 1 where the point is drawn but takes no part in estimation, memory or rules. */
  excluded?: Uint8Array;
}

export type SigmaMethod =
  'r-bar' | 's-bar' | 'pooled' | 'r-bar-plain' | 's-bar-plain' | 'pooled-plain' | 'mr-bar' | 'median-mr' | 'overall';

export interface ChartOptions {
  /** How σ within is estimated; the chart's own default where absent. */
  sigma?: SigmaMethod;
  /** Distance of the limits in σ of the plotted statistic; 3 where absent. */
  width?: number;
  /** Points in a moving range, 2 where absent. */
  span?: number;
  /** Limits of dispersion, g, t, p, np, c and u charts: mean ± width·σ cut at 0 (default), or the tails 1 − Φ(width) of the distribution. */
  limits?: 'sigma' | 'probability';
  /** Limits of X̄ charts from σ within alone (default, the textbook chart), or with the variance between subgroups. */
  between?: boolean;
  /** Weight of a new point in EWMA and MEWMA, 0 < λ ≤ 1; 0.2 where absent. */
  lambda?: number;
  /** CUSUM reference value and decision interval in σ of the plotted statistic (0.5 and 5), head start as part of h (0). */
  k?: number;
  h?: number;
  headStart?: number;
  /** Centre to be held instead of the estimated one (EWMA, CUSUM, run). */
  target?: number;
  /** T² and MEWMA: probability of a false signal a point (0.0027), and MEWMA's limit where given. */
  alpha?: number;
  limit?: number;
  /** Memory charts: exact limits that widen from the start (default) or the asymptotic ones. */
  steady?: boolean;
  /** Shewhart limit beside an EWMA, in σ (4.2). */
  shewhart?: number;
  /** Sister streams: fewest values of a stream that a window is judged on (5). */
  minN?: number;
  /** CUSUM: plot in σ of the statistic instead of the unit of the values. */
  standardised?: boolean;
  /** Short runs: σ of each product (default), or one σ for all. */
  shortRunSigma?: 'by-part' | 'constant';
  /** Laney: keep σ_z below 1, which narrows the limits; else it is taken as 1. */
  underdispersion?: boolean;
  /** T² of individuals: sample covariance (default), or half the mean square of successive differences. */
  covariance?: 'sample' | 'successive';
}

/** Everything phase II needs: numbers only, so that it can be stored, frozen and approved. */
export interface ChartModel {
  kind: string;
  /** Of the location chart, in the unit of the values (a proportion or rate for attribute charts). */
  centre: number;
  /** σ of a single value inside a subgroup (short term). */
  sigmaWithin: number;
  /** σ between subgroups; 0 where the chart does not know it. */
  sigmaBetween: number;
  /** Dispersion of the plotted statistic where it does not follow from the two above (I-MR-R/S, Laney's σz). */
  sigmaPlotted?: number;
  /** Subgroup size that `sigmaPlotted` is stated for. */
  subgroupSize?: number;
  /** Points and single values that the estimate stands on, and the degrees of freedom of σ within. */
  points: number;
  n: number;
  df: number;
  method?: SigmaMethod;
  /** Multivariate: means and covariance (row-major). */
  means?: number[];
  covariance?: number[];
  /** Sister streams and short runs: one entry an id of `groups`. */
  strata?: StratumModel[];
  /** Multivariate phase I models sign themselves, because their own points have other limits. */
  phase?: 1 | 2;
}

export interface StratumModel {
  id: number;
  centre: number;
  sigmaWithin: number;
  sigmaPlotted: number;
  subgroupSize: number;
  points: number;
}

export type PartRole = 'location' | 'between' | 'dispersion';

/** One drawn chart. All arrays have one entry a point; NaN = nothing there. */
export interface ChartPart {
  id: string;
  role: PartRole;
  points: Float64Array;
  centre: Float64Array;
  /** σ of the plotted statistic at this point: zone lines lie at centre ± k·sigma. NaN where zones make no sense. */
  sigma: Float64Array;
  lcl: Float64Array;
  ucl: Float64Array;
  /** False for dispersion charts and others whose points are not independent normal: they signal only beyond limits. */
  zones: boolean;
}

/** A part whose lines are the same at every point, in brief: a million points cost one array at most. */
export interface LevelPart extends Pick<ChartPart, 'id' | 'role' | 'zones'> {
  /** `values`: the values of the data themselves; else they are made when they are asked for. */
  points: 'values' | (() => Float64Array);
  centre: number;
  sigma: number;
  lcl: number;
  ucl: number;
}

export interface ChartType {
  id: string;
  title: string;
  family:
    | 'individuals'
    | 'subgroups'
    | 'memory'
    | 'streams'
    | 'attributes'
    | 'rare-events'
    | 'multivariate'
    | 'short-run'
    | 'run';
  /** What `values` holds. */
  input: 'values' | 'subgroups' | 'values-or-subgroups' | 'counts' | 'rows' | 'streams';
  /** Ids of the parts it draws, in order (sister streams: prefixes, followed by `/` and the stream). */
  parts: readonly string[];
  /** Subgroup sizes it is meant for. */
  subgroup?: { min: number; max: number };
  /** σ estimators it allows, the default first. */
  sigma: readonly SigmaMethod[];
  /** Baseline → model; null where the baseline is too small. */
  phaseI(data: ChartData, options?: ChartOptions): ChartModel | null;
  /** Why `phaseI` is null, where it is for another reason than too little data. */
  whyNot?(data: ChartData, options?: ChartOptions): string | null;
  /** Points and limits of data under a model. */
  phaseII(data: ChartData, model: ChartModel, options?: ChartOptions): ChartPart[];
  /** The same as phase II in brief, where the lines never change from point to point; values are shared, not copied. */
  levels?(data: ChartData, model: ChartModel, options?: ChartOptions): LevelPart[];
}
