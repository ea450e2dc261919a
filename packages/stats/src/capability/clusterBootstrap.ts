import { random } from '../random/random';
import { tQuantile } from '../special/studentT';
import { type ClusterTable } from './clusterTable';
import { type CapabilityIndices, type Interval, type IntervalName } from './types';

const names: readonly IntervalName[] = ['cp', 'cpk', 'pp', 'ppk', 'cpm'];

/**
 * Intervals by resampling whole clusters (lots, rolls, trays) with replacement (Davison & Hinkley, Bootstrap Methods and
 * their Application, 1997, §3.8). The bootstrap gives the standard error of ln(index) (of the index itself where it is
 * not positive), widened by √(m/(m − 1)) for m clusters, and its bias, which moves the middle; the interval takes Student's
 * t with m − 1 degrees of freedom: percentiles of so few clusters cover too little. `median-mr` is resampled as MR̄. Values inside a cluster may depend on each other in any way.
 * null for every index with fewer than three clusters.
 */
export function clusterBootstrap(
  table: ClusterTable,
  estimate: CapabilityIndices,
  indices: (n: number, mean: number, within: number | null, overall: number) => CapabilityIndices,
  { confidence, replicates, seed }: { confidence: number; replicates: number; seed: number }
): Record<IntervalName, Interval | null> {
  const intervals: Record<IntervalName, Interval | null> = { cp: null, cpk: null, pp: null, ppk: null, cpm: null };
  const m = table.count;
  if (m < 3) {
    return intervals;
  }
  const uniform = random(seed);
  const log = names.map((name) => (estimate[name] ?? 0) > 0);
  const means = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  const counts = new Int32Array(names.length);
  const drawn = new Int32Array(m);
  for (let r = 0; r < replicates; r++) {
    let n = 0;
    let sum = 0;
    let numerator = 0;
    let denominator = 0;
    for (let i = 0; i < m; i++) {
      const c = Math.floor(uniform() * m);
      drawn[i] = c;
      n += table.n[c]!;
      sum += table.n[c]! * table.offset[c]!;
      numerator += table.numerator[c]!;
      denominator += table.denominator[c]!;
    }
    const mean = sum / n;
    let ss = 0;
    for (let i = 0; i < m; i++) {
      const c = drawn[i]!;
      const d = table.offset[c]! - mean;
      ss += table.ss[c]! + table.n[c]! * d * d;
    }
    const overall = Math.sqrt(ss / (n - 1));
    const ratio = denominator > 0 ? numerator / denominator : null;
    const within = table.within === 'overall' ? overall : ratio && table.within === 'root' ? Math.sqrt(ratio) : ratio;
    const found = indices(n, table.mean + mean, within, overall);
    for (let k = 0; k < names.length; k++) {
      const value = found[names[k]!];
      const base = estimate[names[k]!];
      if (value !== null && base !== null && (!log[k] || value > 0)) {
        const d = log[k] ? Math.log(value / base) : value - base;
        const away = d - means[k]!;
        counts[k]!++;
        means[k]! += away / counts[k]!;
        squares[k]! += away * (d - means[k]!);
      }
    }
  }
  const t = tQuantile(0.5 + confidence / 2, m - 1) * Math.sqrt(m / (m - 1));
  names.forEach((name, k) => {
    const value = estimate[name];
    const n = counts[k]!;
    if (value !== null && n > replicates / 2) {
      const half = t * Math.sqrt(squares[k]! / (n - 1));
      const bias = means[k]!;
      const low = -bias - half;
      const high = -bias + half;
      intervals[name] = log[k] ? [value * Math.exp(low), value * Math.exp(high)] : [value + low, value + high];
    }
  });
  return intervals;
}
