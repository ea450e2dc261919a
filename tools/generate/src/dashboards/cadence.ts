import { type Plan } from '@cellthread/plan';

const HOUR = 60;
/** Items of the slowest station that a page shows at least. */
const SHOWN = 40;

/** 90 → `90m`, 180 → `3h`: as Grafana writes durations. */
const text = (minutes: number): string => (minutes % HOUR === 0 ? `${minutes / HOUR}h` : `${minutes}m`);

/** What a page shows: the usual minutes, or the whole hours that a slow line takes for its charts not to be empty. */
export function shown({ stations }: Plan, usual: number): string {
  const slowest = Math.max(0, ...stations.map(({ cycle_s = 0 }) => cycle_s)) / 60;
  return text(Math.max(usual, SHOWN * slowest <= usual ? 0 : Math.ceil((SHOWN * slowest) / HOUR) * HOUR));
}

/** Minutes of the longest window that a monitor of the plan judges, at least 15. */
export function longestWindow({ stations }: Plan): number {
  const windows = stations.flatMap(({ characteristics }) => characteristics.map(({ monitor }) => monitor.window_s));
  return Math.max(15 * 60, ...windows) / 60;
}
