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
  const width = columns ?? 1;
  if (starts) {
    // With columns the starts count rows.
    const first = starts[from] ?? values.length / width;
    const last = starts[to] ?? values.length / width;
    return {
      ...part,
      values: values.subarray(first * width, last * width),
      groups: data.groups?.subarray(first, last),
      starts: starts.slice(from, to).map((s) => s - first),
    };
  }
  return { ...part, values: values.subarray(from * width, to * width), groups: data.groups?.subarray(from, to) };
}
