import { type SigmaMethod } from '../charts/types';

/** Spec limits; either side may be absent. */
export interface Spec {
  lsl?: number | null;
  target?: number | null;
  usl?: number | null;
}

export type Interval = [low: number, high: number];

/** How Cpm is defined: NIST (default), or as Minitab and JASP print it (see cpm). */
export type CpmForm = 'nist' | 'minitab';

/** ν of the interval of Cp and Cpk: of the σ estimator (default), Minitab's approximations, or n − 1 (qcc). */
export type IntervalDf = 'estimator' | 'minitab' | 'n-1';

export interface CapabilityOptions {
  sigma?: SigmaMethod;
  span?: number;
  /** 0.95 where absent. */
  confidence?: number;
  intervalDf?: IntervalDf;
  cpmForm?: CpmForm;
  /** Lot, roll or tray of each value: intervals then come from resampling whole clusters. */
  clusters?: Int32Array;
  replicates?: number;
  seed?: number;
}

/** Indices; null where a needed spec limit or spread is missing. */
export interface CapabilityIndices {
  cp: number | null;
  cpl: number | null;
  cpu: number | null;
  cpk: number | null;
  pp: number | null;
  ppl: number | null;
  ppu: number | null;
  ppk: number | null;
  cpm: number | null;
}

export type IntervalName = 'cp' | 'cpk' | 'pp' | 'ppk' | 'cpm';

/** Parts per million outside the spec limits. */
export interface OutOfSpec {
  below: number;
  above: number;
  total: number;
}

export interface Capability extends CapabilityIndices {
  n: number;
  mean: number;
  sigmaWithin: number | null;
  dfWithin: number | null;
  method: SigmaMethod;
  sigmaOverall: number;
  target: number | null;
  intervals: Record<IntervalName, Interval | null>;
  intervalMethod: 'iid' | 'cluster-bootstrap';
  confidence: number;
  clusters: number | null;
  /** n / (1 + (n₀ − 1)·ICC): how many independent values the clustered ones are worth; n without clusters. */
  effectiveN: number;
  ppm: { observed: OutOfSpec; within: OutOfSpec | null; overall: OutOfSpec };
  zBench: { within: number | null; overall: number | null };
  warnings: string[];
}
