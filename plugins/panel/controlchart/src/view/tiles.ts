import { type ControlChart, type StreamReport } from '@cellthread/chart';

/** More charts than this are told apart by nobody. */
export const mostTiles = 48;

/** Pixels that a small chart takes at least. */
const least = { width: 210, height: 96 };

/**
 * Whether the rules mark more points of a stream than they would if nothing were wrong: by three standard deviations of such a share.
 */
export function isOdd({ signals, points, expectedRate: expected }: StreamReport): boolean {
  return points > 0 && signals / points > expected + 3 * Math.sqrt((expected * (1 - expected)) / points);
}

/** Places of the streams that are drawn, in their order: all, or those with most signals of very many. */
export function shownStreams({ reports }: Pick<ControlChart, 'reports'>): number[] {
  const all = reports.map((_, i) => i);
  if (all.length <= mostTiles) {
    return all;
  }
  return all
    .sort((a, b) => reports[b]!.signals - reports[a]!.signals || a - b)
    .slice(0, mostTiles)
    .sort((a, b) => a - b);
}

/** As few columns as let every row fit, else as many as the width bears; the rest is scrolled. */
export function grid(count: number, width: number, height: number): { columns: number; width: number; height: number } {
  const widest = Math.max(1, Math.min(count, Math.floor(width / least.width)));
  let columns = widest;
  while (columns > 1 && Math.ceil(count / (columns - 1)) * least.height <= height) {
    columns--;
  }
  const rows = Math.ceil(count / columns);
  return { columns, width: Math.floor(width / columns), height: Math.max(least.height, Math.floor(height / rows)) };
}
