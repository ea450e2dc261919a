import { random } from '../random/random';
import { groupMoments } from './groupMoments';

export interface PermutationTest {
  /** Weighted sum of squares between levels. */
  statistic: number;
  p: number;
  /** `between`: levels were dealt to whole clusters; `within`: values were dealt inside clusters. */
  scheme: 'between' | 'within';
  clusters: number;
  replicates: number;
}

function shuffle(items: Int32Array, from: number, to: number, uniform: () => number): void {
  for (let i = to - 1; i > from; i--) {
    const j = from + Math.floor(uniform() * (i - from + 1));
    const keep = items[i]!;
    items[i] = items[j]!;
    items[j] = keep;
  }
}

/**
 * Do the levels of a factor (machine, nozzle, shift …) differ in the mean? By permutation of clusters (lot, roll, tray),
 * because cells of one lot are not independent: a test of single cells is positive for a machine that does nothing. Where
 * every cluster has one level the levels are dealt anew to whole clusters (each cluster counts with its mean); else they
 * are dealt anew inside clusters, which then are blocks. p = (1 + hits)/(1 + replicates) (Phipson & Smyth 2010, SAGMB 9, 39).
 * null with fewer than two levels or, between clusters, fewer than four clusters.
 */
export function permutationTest(
  values: Float64Array,
  levels: Int32Array,
  clusters: Int32Array,
  { replicates = 1999, seed = 1 } = {}
): PermutationTest | null {
  const order = Array.from(values.keys())
    .filter((i) => values[i] === values[i])
    .sort((a, b) => clusters[a]! - clusters[b]! || a - b);
  const level = Int32Array.from(order, (i) => levels[i]!);
  const starts: number[] = [];
  let pure = true;
  order.forEach((i, k) => {
    const fresh = k === 0 || clusters[i] !== clusters[order[k - 1]!];
    if (fresh) {
      starts.push(k);
    } else {
      pure &&= level[k] === level[k - 1];
    }
  });
  const count = level.reduce((most, l) => Math.max(most, l + 1), 0);
  const present = new Set(level);
  if (present.size < 2 || (pure && starts.length < 4)) {
    return null;
  }
  let x = Float64Array.from(order, (i) => values[i]!);
  let dealt = level;
  if (pure) {
    x = Float64Array.from(starts, (from, c) => {
      const part = x.subarray(from, starts[c + 1] ?? x.length);
      return part.reduce((sum, v) => sum + v, 0) / part.length;
    });
    dealt = Int32Array.from(starts, (from) => level[from]!);
  }
  const centre = x.reduce((sum, v) => sum + v, 0) / x.length;
  x = x.map((v) => v - centre);
  const between = (): number => {
    const { n, mean } = groupMoments(x, dealt, count);
    let sum = 0;
    for (let g = 0; g < count; g++) {
      sum += n[g]! * mean[g]! * mean[g]!;
    }
    return sum;
  };
  const statistic = between();
  const uniform = random(seed);
  let hits = 0;
  dealt = dealt.slice();
  for (let r = 0; r < replicates; r++) {
    if (pure) {
      shuffle(dealt, 0, dealt.length, uniform);
    } else {
      starts.forEach((from, c) => shuffle(dealt, from, starts[c + 1] ?? dealt.length, uniform));
    }
    hits += between() >= statistic * (1 - 1e-12) ? 1 : 0;
  }
  const scheme = pure ? 'between' : 'within';
  return { statistic, p: (1 + hits) / (1 + replicates), scheme, clusters: starts.length, replicates };
}
