import { movingRanges } from '../charts/movingRanges';
import { subgroupStatistics } from '../charts/subgroupStatistics';
import { type ChartData, type SigmaMethod } from '../charts/types';
import { valueBreaks } from '../charts/valueBreaks';
import { valueMask } from '../charts/valueMask';
import { c4 } from '../constants/c4';
import { rangeMoments } from '../constants/rangeDistribution';

/** What each cluster adds to the moments and to σ within, so that resampling clusters costs nothing per value. */
export interface ClusterTable {
  count: number;
  n: Float64Array;
  /** Mean minus the mean of all values. */
  offset: Float64Array;
  ss: Float64Array;
  mean: number;
  numerator: Float64Array;
  denominator: Float64Array;
  /** σ within = numerator/denominator, or its root for the pooled estimator, or the overall s. */
  within: 'ratio' | 'root' | 'overall';
}

function dispersion(table: ClusterTable, data: ChartData, place: Int32Array, method: SigmaMethod, span: number): void {
  if (method === 'mr-bar' || method === 'median-mr') {
    const ranges = movingRanges(data.values, valueBreaks(data), valueMask(data), span);
    const { d2 } = rangeMoments(span);
    for (let i = 0; i < ranges.length; i++) {
      if (ranges[i] === ranges[i] && place[i] === place[i - span + 1]) {
        table.numerator[place[i]!]! += ranges[i]! / d2;
        table.denominator[place[i]!]! += 1;
      }
    }
    return;
  }
  const stats = subgroupStatistics(data);
  for (let g = 0; g < stats.n.length; g++) {
    const n = stats.n[g]!;
    if (n < 2 || data.excluded?.[g]) {
      continue;
    }
    const at = place[data.starts ? data.starts[g]! : g]!;
    const ranges = method === 'r-bar' || method === 'r-bar-plain';
    const mean = ranges ? rangeMoments(n).d2 : c4(n);
    const spread = ranges ? rangeMoments(n).d3 : Math.sqrt(1 - mean * mean);
    const pooled = table.within === 'root';
    const plain = method === 'r-bar-plain' || method === 's-bar-plain';
    const weight = pooled ? n - 1 : plain ? 1 : (mean * mean) / (spread * spread);
    const value = pooled ? stats.sd[g]! * stats.sd[g]! : (ranges ? stats.range[g]! : stats.sd[g]!) / mean;
    table.numerator[at]! += weight * value;
    table.denominator[at]! += weight;
  }
}

/** Contributions by cluster; `clusters` names the cluster of each value. A subgroup belongs to its first value's cluster. */
export function clusterTable(data: ChartData, clusters: Int32Array, method: SigmaMethod, span = 2): ClusterTable {
  const ids = new Map<number, number>();
  const mask = valueMask(data);
  const place = new Int32Array(data.values.length).fill(-1);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < data.values.length; i++) {
    const x = data.values[i]!;
    if (x === x && !mask?.[i]) {
      const id = clusters[i]!;
      if (!ids.has(id)) {
        ids.set(id, ids.size);
      }
      place[i] = ids.get(id)!;
      total++;
      sum += x;
    }
  }
  const count = ids.size;
  const blank = (): Float64Array => new Float64Array(count);
  const mean = sum / total;
  const table: ClusterTable = {
    count,
    n: blank(),
    offset: blank(),
    ss: blank(),
    mean,
    numerator: blank(),
    denominator: blank(),
    within: method === 'overall' ? 'overall' : method.startsWith('pooled') ? 'root' : 'ratio',
  };
  for (let i = 0; i < place.length; i++) {
    const at = place[i]!;
    if (at >= 0) {
      table.n[at]!++;
      const d = data.values[i]! - mean - table.offset[at]!;
      table.offset[at]! += d / table.n[at]!;
      table.ss[at]! += d * (data.values[i]! - mean - table.offset[at]!);
    }
  }
  if (table.within !== 'overall') {
    dispersion(table, data, place, method, span);
  }
  return table;
}
