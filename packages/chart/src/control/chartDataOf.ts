import { type Numbers, typed } from '../model/Numbers';
import { type ChartData } from '@cellthread/stats';
import { type Points, valuesBetween } from './Points';

/** The points [start, end) as the statistics package reads them. */
export function chartDataOf(value: Numbers, points: Points, start: number, end: number, grouped: boolean): ChartData {
  const { offsets, breaks } = points;
  return {
    values: typed(valuesBetween(value, points, start, end)),
    breaks: breaks.subarray(start, end),
    ...(grouped && offsets ? { starts: offsets.slice(start, end).map((o) => o - offsets[start]!) } : {}),
  };
}
