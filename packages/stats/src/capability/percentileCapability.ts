import { quantile, type QuantileType } from '../distributions/quantile';
import { type FittedDistribution } from '../distributions/types';
import { type Spec } from './types';

export interface PercentileCapability {
  /** 0.135 %, 50 % and 99.865 % quantiles that the indices stand on. */
  low: number;
  median: number;
  high: number;
  pp: number | null;
  ppk: number | null;
  warnings: string[];
}

const TAIL = 0.0013498980316300933;
const FEWEST = 1000;
const ENOUGH = 3000;

function fromQuantiles(low: number, median: number, high: number, { lsl, usl }: Spec): PercentileCapability {
  const below = lsl === null || lsl === undefined ? null : (median - lsl) / (median - low);
  const above = usl === null || usl === undefined ? null : (usl - median) / (high - median);
  const sides = [below, above].filter((v): v is number => v !== null && Number.isFinite(v));
  const pp = below !== null && above !== null && high > low ? (usl! - lsl!) / (high - low) : null;
  return { low, median, high, pp, ppk: sides.length > 0 ? Math.min(...sides) : null, warnings: [] };
}

/**
 * Pp = (USL − LSL)/(x₉₉.₈₆₅ − x₀.₁₃₅), Ppk from the median to the nearer spec side over its own half (ISO 22514-2:2017,
 * method M2,1; Clements 1989) with the sample's own quantiles. null below n = 1 000, where the outer quantiles are the
 * extremes themselves; warned below 3 000.
 */
export function percentileCapability(
  sorted: Float64Array,
  spec: Spec,
  type: QuantileType = 7
): PercentileCapability | null {
  const n = sorted.length;
  if (n < FEWEST) {
    return null;
  }
  const at = (p: number): number => quantile(sorted, p, type)!;
  const found = fromQuantiles(at(TAIL), at(0.5), at(1 - TAIL), spec);
  if (n < ENOUGH) {
    found.warnings.push(`n = ${n}: below ${ENOUGH} the 0.135 % quantiles stand on a handful of values`);
  }
  return found;
}

export interface FittedCapability extends PercentileCapability {
  distribution: string;
  /** Expected ppm outside the spec limits. */
  ppm: { below: number; above: number; total: number };
}

/** The same indices with the quantiles of a fitted distribution, and its ppm outside the spec limits. */
export function fittedCapability(fitted: FittedDistribution, spec: Spec): FittedCapability {
  const found = fromQuantiles(fitted.quantile(TAIL), fitted.quantile(0.5), fitted.quantile(1 - TAIL), spec);
  const below = spec.lsl === null || spec.lsl === undefined ? 0 : 1e6 * fitted.cdf(spec.lsl);
  const above = spec.usl === null || spec.usl === undefined ? 0 : 1e6 * fitted.sf(spec.usl);
  return { ...found, distribution: fitted.id, ppm: { below, above, total: below + above } };
}
