import { lowerBound } from './decimate';
import { type Scene } from './Scene';

/** Maps data coordinates to pixels of the plot. */
export interface PixelMap {
  x: (value: number) => number;
  y: (value: number) => number;
}

/**
 * The entry of the scene's points nearest to a pixel, marks preferred, or `null` beyond `reach` pixels.
 *
 * @param atX data value under the pointer, so that only its neighbourhood is searched
 */
export function hitTest(
  scene: Scene,
  map: PixelMap,
  pointer: { x: number; y: number; atX: number },
  reach: number
): number | null {
  const { x, y } = scene.points;
  let best: number | null = null;
  let bestDistance = reach;
  const consider = (i: number): boolean => {
    const dx = map.x(x[i]!) - pointer.x;
    if (Math.abs(dx) > reach) {
      return false;
    }
    const distance = Math.hypot(dx, map.y(y[i]!) - pointer.y);
    if (distance < bestDistance) {
      best = i;
      bestDistance = distance;
    }
    return true;
  };
  const at = lowerBound(x, pointer.atX);
  for (let i = at; i < x.length && consider(i); i++) {
    // walks right until out of reach
  }
  for (let i = at - 1; i >= 0 && consider(i); i--) {
    // walks left until out of reach
  }
  return best;
}
