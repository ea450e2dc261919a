import { type LimitLine } from './Scene';

/** Share of the span left free above and below, so that a line on the edge is not clipped away. */
const padding = 0.08;

/**
 * The values the y axis has to show: the points that count and every limit line, with room at both ends.
 *
 * @param y plotted values, NaN is skipped
 * @param fixed what the user fixed in the field's options, `null` where free
 * @returns [low, high] with low < high
 */
export function yRange(
  y: ArrayLike<number>,
  limits: readonly LimitLine[],
  fixed: { min: number | null; max: number | null } = { min: null, max: null }
): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  const take = (v: number) => {
    if (Number.isFinite(v)) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
  };
  for (let i = 0; i < y.length; i++) {
    take(y[i]!);
  }
  limits.forEach((l) => take(l.y));
  if (low > high) {
    [low, high] = [0, 1];
  }
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const min = fixed.min ?? low - span * padding;
  const max = fixed.max ?? high + span * padding;
  return min < max ? [min, max] : [min, min + span];
}
