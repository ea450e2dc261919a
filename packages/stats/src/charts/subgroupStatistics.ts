import { type ChartData } from './types';

/** Per subgroup: present values, mean, range and standard deviation (NaN where n is too small). */
export interface SubgroupStatistics {
  n: Int32Array;
  mean: Float64Array;
  range: Float64Array;
  sd: Float64Array;
}

/** Statistics of each subgroup of the data; missing values lower n, they are never zero. */
export function subgroupStatistics(data: ChartData): SubgroupStatistics {
  const { values } = data;
  const starts = data.starts ?? Int32Array.from(values, (_, i) => i);
  const count = starts.length;
  const n = new Int32Array(count);
  const mean = new Float64Array(count).fill(NaN);
  const range = new Float64Array(count).fill(NaN);
  const sd = new Float64Array(count).fill(NaN);
  for (let g = 0; g < count; g++) {
    const end = g + 1 < count ? starts[g + 1]! : values.length;
    let sum = 0;
    let low = Infinity;
    let high = -Infinity;
    let present = 0;
    for (let i = starts[g]!; i < end; i++) {
      const x = values[i]!;
      if (x === x) {
        sum += x;
        present++;
        low = x < low ? x : low;
        high = x > high ? x : high;
      }
    }
    n[g] = present;
    if (present === 0) {
      continue;
    }
    const rough = sum / present;
    let rest = 0;
    let ss = 0;
    for (let i = starts[g]!; i < end; i++) {
      const x = values[i]!;
      if (x === x) {
        rest += x - rough;
        ss += (x - rough) * (x - rough);
      }
    }
    mean[g] = rough + rest / present;
    if (present > 1) {
      range[g] = high - low;
      sd[g] = Math.sqrt(Math.max(0, ss - (rest * rest) / present) / (present - 1));
    }
  }
  return { n, mean, range, sd };
}
