import { normalCdf, normalPdf } from '../special/normal';
import { gaussLegendre } from './gaussLegendre';

const STEP = 0.05;
const REACH = 9.5;
const COUNT = Math.round((2 * REACH) / STEP) + 1;

let density: Float64Array | undefined;
let cumulative: Float64Array | undefined;

function grid(): { phi: Float64Array; cdf: Float64Array } {
  if (!density || !cumulative) {
    density = new Float64Array(COUNT);
    cumulative = new Float64Array(COUNT);
    for (let i = 0; i < COUNT; i++) {
      const x = -REACH + i * STEP;
      density[i] = normalPdf(x);
      cumulative[i] = normalCdf(x);
    }
  }
  return { phi: density, cdf: cumulative };
}

/**
 * P(R ≤ w) for the range R of n standard normal values:
 * n ∫ φ(x) [Φ(x + w) − Φ(x)]^(n−1) dx (David & Nagaraja, Order Statistics, 3rd ed., eq. 2.3.3).
 * Trapezoidal rule: for this smooth, fast decaying integrand it converges exponentially; step 0.05 leaves rounding only.
 */
export function rangeCdf(w: number, n: number): number {
  if (!(n >= 2) || Number.isNaN(w)) {
    return NaN;
  }
  if (w <= 0) {
    return 0;
  }
  const { phi, cdf } = grid();
  let sum = 0;
  for (let i = 0; i < COUNT; i++) {
    sum += phi[i]! * Math.pow(normalCdf(-REACH + i * STEP + w) - cdf[i]!, n - 1);
  }
  return Math.min(1, n * sum * STEP);
}

export interface RangeMoments {
  /** Mean of R/σ. */
  d2: number;
  /** Standard deviation of R/σ. */
  d3: number;
}

const moments = new Map<number, RangeMoments>();

/**
 * d₂ = ∫ (1 − F(w)) dw and d₃² = 2 ∫ w (1 − F(w)) dw − d₂², F the distribution of the range of n normal values
 * (n ≥ 2, else NaN). Computed by Gauss–Legendre panels and kept for every n asked for; no table is involved.
 */
export function rangeMoments(n: number): RangeMoments {
  if (!(n >= 2)) {
    return { d2: NaN, d3: NaN };
  }
  const known = moments.get(n);
  if (known) {
    return known;
  }
  const { nodes, weights } = gaussLegendre(16);
  // Beyond 2√(2 ln n) + 9 nothing of the distribution is left in double precision.
  const panels = Math.ceil(2 * Math.sqrt(2 * Math.log(n)) + 9.5);
  let first = 0;
  let second = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let k = 0; k < nodes.length; k++) {
      const w = panel + 0.5 + 0.5 * nodes[k]!;
      const tail = 0.5 * weights[k]! * (1 - rangeCdf(w, n));
      first += tail;
      second += 2 * w * tail;
    }
  }
  const made = { d2: first, d3: Math.sqrt(second - first * first) };
  moments.set(n, made);
  return made;
}

const quantiles = new Map<string, number>();

/** w with P(R ≤ w) = p for the range of n standard normal values, 0 < p < 1; cached. */
export function rangeQuantile(p: number, n: number): number {
  if (!(n >= 2) || !(p > 0 && p < 1)) {
    return NaN;
  }
  const key = `${p}/${n}`;
  const known = quantiles.get(key);
  if (known !== undefined) {
    return known;
  }
  let low = 0;
  let high = 2 * REACH + 2 * Math.sqrt(2 * Math.log(n));
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = 0.5 * (low + high);
    if (rangeCdf(middle, n) < p) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const found = 0.5 * (low + high);
  quantiles.set(key, found);
  return found;
}
