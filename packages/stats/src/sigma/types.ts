import { type ChartData, type SigmaMethod } from '../charts/types';

export interface SigmaEstimate {
  method: SigmaMethod;
  /** Estimate of σ of a single value; 0 when all values agree. */
  sigma: number;
  /** Equivalent degrees of freedom of a χ² with the same relative spread. */
  df: number;
  /** The averaged dispersion itself (R̄, S̄, MR̄, pooled s …). */
  average: number;
  /** Ranges, deviations or moving ranges averaged. */
  count: number;
}

export interface SigmaEstimator {
  id: SigmaMethod;
  title: string;
  /** null when there are too few values. */
  estimate(data: ChartData, span?: number): SigmaEstimate | null;
}
