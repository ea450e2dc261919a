import { momentsOf } from '../charts/moments';
import { random } from '../random/random';

export interface ChangePoint {
  /** First point after the change. */
  index: number;
  /** Places the change may begin at with the stated confidence, first and last. */
  interval: [first: number, last: number];
  before: number;
  after: number;
  /** Common standard deviation on both sides. */
  sigma: number;
  /** Twice the log-likelihood gain over no change. */
  statistic: number;
  /** Permutation p of "no change", from so many replicates. */
  p: number;
  replicates: number;
}

/** Largest between-parts sum of squares of all splits, and where; values are centred. */
function bestSplit(x: Float64Array, gain?: Float64Array): { at: number; between: number } {
  const n = x.length;
  let sum = 0;
  let at = 1;
  let between = -1;
  for (let k = 1; k < n; k++) {
    sum += x[k - 1]!;
    // With total 0: n₁m₁² + n₂m₂² = S²·n/(k(n − k)).
    const found = (sum * sum * n) / (k * (n - k));
    if (gain) {
      gain[k] = found;
    }
    if (found > between) {
      between = found;
      at = k;
    }
  }
  return { at, between };
}

/**
 * One change of the mean, normal values with one variance: the split with the greatest likelihood (Hinkley 1970,
 * Biometrika 57, 1–17; the same as the extreme of the standardised CUSUM). Interval: splits with 2(ℓ̂ − ℓ) below
 * −2 ln(1 − √confidence), whose limit law is that of two independent random walks (Siegmund 1988, Int. Stat. Review 56,
 * 31–48). p by permuting the order. Missing values are passed over, places refer to the data. null below 4 values.
 */
export function changePoint(
  values: Float64Array,
  { confidence = 0.95, replicates = 999, seed = 1 } = {}
): ChangePoint | null {
  const place: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] === values[i]) {
      place.push(i);
    }
  }
  const n = place.length;
  const { mean, ss } = momentsOf(values);
  if (n < 4 || !(ss > 0)) {
    return null;
  }
  const x = Float64Array.from(place, (i) => values[i]! - mean);
  const gain = new Float64Array(n);
  const { at, between } = bestSplit(x, gain);
  const rest = Math.max(ss - between, Number.EPSILON * ss);
  const bound = -2 * Math.log(1 - Math.sqrt(confidence));
  let first = at;
  let last = at;
  for (let k = 1; k < n; k++) {
    if (n * Math.log(Math.max(ss - gain[k]!, Number.EPSILON * ss) / rest) <= bound) {
      first = Math.min(first, k);
      last = Math.max(last, k);
    }
  }
  const uniform = random(seed);
  const shuffled = x.slice();
  let atLeast = 0;
  for (let r = 0; r < replicates; r++) {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1));
      const keep = shuffled[i]!;
      shuffled[i] = shuffled[j]!;
      shuffled[j] = keep;
    }
    atLeast += bestSplit(shuffled).between >= between * (1 - 1e-12) ? 1 : 0;
  }
  const before = momentsOf(x.subarray(0, at)).mean;
  const after = momentsOf(x.subarray(at)).mean;
  return {
    index: place[at]!,
    interval: [place[first]!, place[last]!],
    before: mean + before,
    after: mean + after,
    sigma: Math.sqrt(rest / (n - 2)),
    statistic: n * Math.log(ss / rest),
    p: (1 + atLeast) / (1 + replicates),
    replicates,
  };
}
