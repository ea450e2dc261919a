/** A distribution with its fitted parameters. */
export interface FittedDistribution {
  id: string;
  parameters: Record<string, number>;
  logLikelihood: number;
  cdf(x: number): number;
  /** 1 − cdf, with the digits of the upper tail. */
  sf(x: number): number;
  /** Their logarithms, where those reach further than the probabilities do. */
  logCdf?(x: number): number;
  logSf?(x: number): number;
  pdf(x: number): number;
  quantile(p: number): number;
}

export interface DistributionType {
  id: string;
  title: string;
  /** Maximum likelihood fit to present values; null where they cannot follow it (too few, all equal, out of support). */
  fit(values: Float64Array): FittedDistribution | null;
}
