/** x in [low, high] where an increasing function reaches `goal`, by bisection to relative 1e-12 (200 steps at most). */
export function findRoot(increasing: (x: number) => number, goal: number, low: number, high: number): number {
  for (let step = 0; step < 200 && high - low > 1e-12 * Math.max(Math.abs(high), 1e-300); step++) {
    const middle = 0.5 * (low + high);
    if (increasing(middle) < goal) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return 0.5 * (low + high);
}
