export interface Placed {
  /** px from the top of the first page. */
  top: number;
  height: number;
}

/**
 * How far down each panel moves (px) so that none lies across the end of a page. Those that begin side by side stay so, what is below moves
 * along; what is higher than a page begins one at the most.
 */
export function pageBreaks(panels: readonly Placed[], page: number): number[] {
  const rows = [...new Set(panels.map(({ top }) => top))].sort((a, b) => a - b);
  const shifts = new Map<number, number>();
  let shift = 0;
  for (const top of rows) {
    const begins = top + shift;
    const ends = Math.floor(begins / page + 1) * page;
    const heights = panels.filter((panel) => panel.top === top).map(({ height }) => height);
    if (begins % page > 0 && heights.some((height) => begins + height > ends)) {
      shift += ends - begins;
    }
    shifts.set(top, shift);
  }
  return panels.map(({ top }) => shifts.get(top)!);
}
