import { placeOf } from './placeOf';
import { type ChartData } from './types';
import { windowMoments, type WindowMoments } from './windowMoments';

/** Windows of parallel streams; the inner arrays have one entry a window. */
export interface SisterWindows {
  count: number;
  streams: number;
  n: Int32Array[];
  mean: Float64Array[];
  sd: Float64Array[];
  /** Mean minus the median of the sisters' means; NaN below minN values or without a sister. */
  difference: Float64Array[];
  /** Median of all streams' means. */
  common: Float64Array;
}

function streamCount({ values, groups }: ChartData): number {
  let most = groups || values.length === 0 ? 0 : 1;
  for (let i = 0; groups && i < values.length; i++) {
    most = groups[i]! >= most ? groups[i]! + 1 : most;
  }
  return most;
}

/** Means, standard deviations and differences of window w from its moments. */
function placeWindow(into: SisterWindows, w: number, moments: WindowMoments, sorted: Float64Array, minN: number): void {
  const { n, mean, ss } = moments;
  let judged = 0;
  sorted.fill(Infinity);
  for (let s = 0; s < into.streams; s++) {
    into.n[s]![w] = n[s]!;
    into.mean[s]![w] = mean[s]!;
    into.sd[s]![w] = n[s]! > 1 ? Math.sqrt(ss[s]! / (n[s]! - 1)) : NaN;
    if (n[s]! >= minN) {
      sorted[judged++] = mean[s]!;
    }
  }
  sorted.sort();
  if (judged > 0) {
    into.common[w] = 0.5 * (sorted[(judged - 1) >> 1]! + sorted[judged >> 1]!);
  }
  // Ranks of the middle two (odd: the same) of all but one, counted without that one.
  const low = (judged - 2) >> 1;
  const high = (judged - 1) >> 1;
  for (let s = 0; s < into.streams; s++) {
    if (judged > 1 && n[s]! >= minN) {
      const own = placeOf(sorted, judged, mean, s);
      const median = 0.5 * (sorted[low < own ? low : low + 1]! + sorted[high < own ? high : high + 1]!);
      into.difference[s]![w] = mean[s]! - median;
    }
  }
}

/** Gathers values to window × stream, in two passes over the values. */
export function sisterWindows(data: ChartData, minN: number, atLeast = 0): SisterWindows {
  const starts = data.starts ?? new Int32Array([0]);
  const count = starts.length;
  const streams = Math.max(atLeast, streamCount(data));
  const blank = (): Float64Array[] => Array.from({ length: streams }, () => new Float64Array(count).fill(NaN));
  const found: SisterWindows = {
    count,
    streams,
    n: Array.from({ length: streams }, () => new Int32Array(count)),
    mean: blank(),
    sd: blank(),
    difference: blank(),
    common: new Float64Array(count).fill(NaN),
  };
  const moments: WindowMoments = {
    n: new Int32Array(streams),
    mean: new Float64Array(streams),
    ss: new Float64Array(streams),
    rest: new Float64Array(streams),
  };
  const sorted = new Float64Array(streams);
  for (let w = 0; w < count; w++) {
    windowMoments(data, starts[w]!, w + 1 < count ? starts[w + 1]! : data.values.length, moments);
    placeWindow(found, w, moments, sorted, minN);
  }
  return found;
}
