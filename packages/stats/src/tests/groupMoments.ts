/** n, mean and sum of squares of each group; missing values left out. `groups` are whole numbers from 0. */
export interface GroupMoments {
  n: Float64Array;
  mean: Float64Array;
  ss: Float64Array;
}

export function groupMoments(values: Float64Array, groups: Int32Array, count: number): GroupMoments {
  const n = new Float64Array(count);
  const mean = new Float64Array(count);
  const ss = new Float64Array(count);
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === x) {
      const g = groups[i]!;
      n[g]!++;
      const d = x - mean[g]!;
      mean[g]! += d / n[g]!;
      ss[g]! += d * (x - mean[g]!);
    }
  }
  return { n, mean, ss };
}
