import { type ChartData } from './types';

/** The points [from, to) of the data; values are shared, not copied. */
export function sliceData(data: ChartData, from: number, to: number): ChartData {
  const { values, starts, columns } = data;

  const part: ChartData = {
    ...data,
    sizes: data.sizes?.subarray(from, to),
    breaks: data.breaks?.subarray(from, to),
    excluded: data.excluded?.subarray(from, to),
  };
  if (starts) {
    const first = starts[from] ?? values.length;
    const last = starts[to] ?? values.length;
    return {
      ...part,
      values: values.subarray(first, last),
      groups: data.groups?.subarray(first, last),
      starts: starts.slice(from, to).map((s) => s - first),
    };
  }
  const width = columns ?? 1;
  return { ...part, values: values.subarray(from * width, to * width), groups: data.groups?.subarray(from, to) };
}
