import { momentsOf } from '../charts/moments';
import { quantile } from './quantile';

export interface Histogram {
  from: number;
  width: number;
  counts: Int32Array;
}

const MOST_BINS = 1000;
/** Share of a bin by which rounding may have moved a value below the edge that it lies on. */
const SLACK = 1e-9;

/**
 * Bins of width 2·IQR·n^(−1/3) (Freedman & Diaconis 1981, Z. Wahrscheinlichkeitstheorie 57, 453–476); Scott's
 * 3.49·s·n^(−1/3) where the IQR is 0. Bins are [a, b), the last one closed. Not narrower than `resolution` (a whole
 * multiple of it), else rounding makes combs. null when empty.
 */
export function histogram(sorted: Float64Array, resolution = 0): Histogram | null {
  const n = sorted.length;
  if (n === 0) {
    return null;
  }
  const low = sorted[0]!;
  const high = sorted[n - 1]!;
  if (low === high) {
    return { from: low - 0.5, width: 1, counts: Int32Array.of(n) };
  }
  const iqr = quantile(sorted, 0.75)! - quantile(sorted, 0.25)!;
  const scott = 3.49 * Math.sqrt(momentsOf(sorted).ss / (n - 1));
  let width = (iqr > 0 ? 2 * iqr : scott) / Math.cbrt(n);
  width = Math.max(width, (high - low) / MOST_BINS);
  if (resolution > 0) {
    width = Math.max(1, Math.round(width / resolution)) * resolution;
  }
  const from = resolution > 0 ? low - resolution / 2 : low;
  const count = Math.max(1, Math.ceil((high - from) / width - SLACK));
  const counts = new Int32Array(count);
  for (let i = 0; i < n; i++) {
    counts[Math.min(count - 1, Math.floor((sorted[i]! - from) / width + SLACK))]!++;
  }
  return { from, width, counts };
}
