import { type ChartData } from './types';

/** Number of plotted points of the data. */
export function pointCount(data: ChartData): number {
  if (data.starts) {
    return data.starts.length;
  }
  return data.columns ? Math.floor(data.values.length / data.columns) : data.values.length;
}
