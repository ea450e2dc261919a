import { type ChartData } from './types';

/** The breaks of points, at the first value of their subgroup; undefined where there are none. */
export function valueBreaks(data: ChartData): Uint8Array | undefined {
  const { starts, breaks, values } = data;
  if (!breaks || !starts) {
    return breaks;
  }
  const set = new Uint8Array(values.length);
  for (let g = 0; g < starts.length; g++) {
    if (breaks[g] && starts[g]! < set.length) {
      set[starts[g]!] = 1;
    }
  }
  return set;
}
