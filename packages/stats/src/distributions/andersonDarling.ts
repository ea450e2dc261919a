import { momentsOf } from '../charts/moments';
import { logNormalSf } from '../special/normal';
import { ordinal } from './ordinal';
import { type FittedDistribution } from './types';

/** Values tested where nothing is said. */
export const MOST_TESTED = 500;

/** Every k-th value in the order given, k = ⌈n/most⌉: the thinning that the test states. */
export function thin(values: Float64Array, most = MOST_TESTED): Float64Array {
  const step = Math.ceil(values.length / most);
  return step <= 1 ? values : values.filter((_, i) => i % step === 0);
}

/** A² = −n − (1/n) Σ (2i − 1)(ln Fᵢ + ln(1 − Fₙ₊₁₋ᵢ)) from the logarithms of the tail probabilities of sorted values. */
export function andersonDarlingStatistic(lower: Float64Array, upper: Float64Array): number {
  const n = lower.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += (2 * i + 1) * (lower[i]! + upper[n - 1 - i]!);
  }
  return -n - sum / n;
}

export interface NormalityTest {
  n: number;
  /** Values tested after thinning. */
  used: number;
  a2: number;
  /** A²(1 + 0.75/n + 2.25/n²). */
  adjusted: number;
  p: number;
  /** Smallest step between different values over s: above about ⅓ rounding alone rejects any normal. */
  resolution: number;
  warnings: string[];
}

/** p of the adjusted statistic, mean and variance estimated (D'Agostino & Stephens 1986, table 4.9, p. 127). */
function normalP(a: number): number {
  if (a >= 0.6) {
    // The parabola turns at 153; nothing rises with A.
    const b = Math.min(153, a);
    return Math.exp(1.2937 - 5.709 * b + 0.0186 * b * b);
  }
  if (a >= 0.34) {
    return Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
  }
  return a >= 0.2
    ? 1 - Math.exp(-8.318 + 42.796 * a - 59.938 * a * a)
    : 1 - Math.exp(-13.436 + 101.14 * a - 223.73 * a * a);
}

/**
 * Anderson–Darling test of normality with estimated mean and s (Stephens 1974, JASA 69, 730–737; adjustment and p of
 * D'Agostino & Stephens 1986, as Minitab and R nortest). At most `most` values, thinned in the order given: with 10⁵ cells
 * every departure is "significant". null below 8 values or without spread.
 */
export function normalityTest(values: Float64Array, most = MOST_TESTED): NormalityTest | null {
  const present = values.filter((x) => x === x);
  const used = thin(present, most).slice().sort();
  const { n, mean, ss } = momentsOf(used);
  if (n < 8 || !(ss > 0)) {
    return null;
  }
  const s = Math.sqrt(ss / (n - 1));
  const lower = used.map((x) => logNormalSf((mean - x) / s));
  const upper = used.map((x) => logNormalSf((x - mean) / s));
  const a2 = andersonDarlingStatistic(lower, upper);
  const adjusted = a2 * (1 + 0.75 / n + 2.25 / (n * n));
  let step = Infinity;
  for (let i = 1; i < n; i++) {
    const d = used[i]! - used[i - 1]!;
    step = d > 1e-12 * Math.abs(used[i]!) && d < step ? d : step;
  }
  const resolution = step / s;
  const warnings: string[] = [];
  if (present.length > n) {
    warnings.push(`tested on ${n} of ${present.length} values (every ${ordinal(Math.ceil(present.length / most))})`);
  }
  if (resolution > 1 / 8 && n > 50) {
    const how = Number.isFinite(resolution)
      ? `are rounded to ${resolution.toFixed(2)} σ`
      : 'differ in last digits only';
    warnings.push(`values ${how}: the test may reject for that alone`);
  }
  return {
    n: present.length,
    used: n,
    a2,
    adjusted,
    p: Math.min(1, Math.max(0, normalP(adjusted))),
    resolution,
    warnings,
  };
}

/**
 * A² of present values against a fitted distribution (no p: it depends on the family), thinned like the normality test; ∞
 * where the distribution leaves no room for a value, as the folded normal for 0.
 */
export function fitStatistic(values: Float64Array, fitted: FittedDistribution, most = MOST_TESTED): number {
  const used = thin(values, most).slice().sort();
  const { cdf, sf, logCdf = (x) => Math.log(cdf(x)), logSf = (x) => Math.log(sf(x)) } = fitted;
  return andersonDarlingStatistic(used.map(logCdf), used.map(logSf));
}
