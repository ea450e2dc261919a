import { c4 } from './c4';
import { rangeMoments } from './rangeDistribution';

export interface ChartConstants {
  n: number;
  c4: number;
  d2: number;
  d3: number;
  A: number;
  A2: number;
  A3: number;
  B3: number;
  B4: number;
  B5: number;
  B6: number;
  D1: number;
  D2: number;
  D3: number;
  D4: number;
  E2: number;
}

const cache = new Map<number, ChartConstants>();

/**
 * Every control chart constant for subgroups of n ≥ 2, from the gamma function and the range distribution
 * (definitions: Montgomery, ISQC 7th ed., Appendix VI; ISO 7870-2:2023, table 2). `width` is the number of sigmas.
 * Lower constants are cut at 0.
 */
export function chartConstants(n: number, width = 3): ChartConstants {
  const key = width === 3 ? n : NaN;
  const known = cache.get(key);
  if (known) {
    return known;
  }
  const { d2, d3 } = rangeMoments(n);
  const c = c4(n);
  const spread = Math.sqrt(1 - c * c);
  const made = {
    n,
    c4: c,
    d2,
    d3,
    A: width / Math.sqrt(n),
    A2: width / (d2 * Math.sqrt(n)),
    A3: width / (c * Math.sqrt(n)),
    B3: Math.max(0, 1 - (width * spread) / c),
    B4: 1 + (width * spread) / c,
    B5: Math.max(0, c - width * spread),
    B6: c + width * spread,
    D1: Math.max(0, d2 - width * d3),
    D2: d2 + width * d3,
    D3: Math.max(0, 1 - (width * d3) / d2),
    D4: 1 + (width * d3) / d2,
    E2: width / d2,
  };
  if (width === 3) {
    cache.set(n, made);
  }
  return made;
}
