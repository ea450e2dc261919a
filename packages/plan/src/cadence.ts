const QUARTER = 900;
const DAY = 86_400;
/** Length of a window, s, where nothing longer is needed. */
export const usualWindow = QUARTER;

/** Seconds from one item to the next at one machine, where the plan states none. */
export const usualCycle = 10;

/** Items out of spec of the last ones of a machine that are more than chance. */
export const severalOutOfSpec = { k: 3, n: 20 };
/** How long a zone may lie beyond its spec, s. */
export const usualTolerance = 300;

/** Longest pause a chart may bridge, s: half an hour, or ten cycles. */
export function longestPause(cycle_s = 0): number {
  return Math.max(2 * QUARTER, 10 * cycle_s);
}

/** Length of a monitor's window, s: 15 min, or whole quarters of an hour with room for twice the items it needs, at most a day. */
export function monitorWindow(cycle_s = 0, items: number): number {
  const room = Math.ceil((2 * items * cycle_s) / QUARTER) * QUARTER;
  return Math.min(DAY, Math.max(QUARTER, room));
}

/** Items of its station to one value of a characteristic: 64 of `1 in 64`, else 1. */
export function itemsAValue(sample: string): number {
  return Number(/^1 in (\d+)$/.exec(sample)?.[1] ?? 1);
}
