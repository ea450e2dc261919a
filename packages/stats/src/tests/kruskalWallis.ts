import { chiSquareCdf } from '../special/chiSquare';

export interface KruskalWallis {
  h: number;
  df: number;
  p: number;
}

/**
 * Kruskal–Wallis H with correction for ties, χ² approximation (Kruskal & Wallis 1952, JASA 47, 583–621). null with fewer
 * than two groups or without spread.
 */
export function kruskalWallis(values: Float64Array, groups: Int32Array, count: number): KruskalWallis | null {
  const order = Array.from(values.keys())
    .filter((i) => values[i] === values[i])
    .sort((a, b) => values[a]! - values[b]!);
  const total = order.length;
  const n = new Float64Array(count);
  const ranks = new Float64Array(count);
  let ties = 0;
  for (let i = 0; i < total;) {
    let j = i;
    while (j < total && values[order[j]!] === values[order[i]!]) {
      j++;
    }
    const rank = (i + 1 + j) / 2;
    for (let k = i; k < j; k++) {
      n[groups[order[k]!]!]!++;
      ranks[groups[order[k]!]!]! += rank;
    }
    ties += (j - i) ** 3 - (j - i);
    i = j;
  }
  let sum = 0;
  let used = 0;
  for (let g = 0; g < count; g++) {
    if (n[g]! > 0) {
      sum += (ranks[g]! - (n[g]! * (total + 1)) / 2) ** 2 / n[g]!;
      used++;
    }
  }
  const correction = 1 - ties / (total ** 3 - total);
  if (used < 2 || !(correction > 0)) {
    return null;
  }
  const h = (12 * sum) / (total * (total + 1)) / correction;
  return { h, df: used - 1, p: chiSquareCdf(h, used - 1, true) };
}
