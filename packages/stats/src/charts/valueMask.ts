import { type ChartData } from './types';

/** The exclusion of points, spread to the single values of their subgroups; undefined where nothing is excluded. */
export function valueMask(data: ChartData): Uint8Array | undefined {
  const { starts, excluded, columns, values } = data;
  if (!excluded || (!starts && !columns)) {
    return excluded;
  }
  const mask = new Uint8Array(values.length);
  for (let g = 0; g < excluded.length; g++) {
    if (excluded[g]) {
      const from = starts ? starts[g]! : g * columns!;
      const to = starts ? (g + 1 < starts.length ? starts[g + 1]! : values.length) : from + columns!;
      mask.fill(1, from, to);
    }
  }
  return mask;
}
