import { type Scene } from '@cellthread/chart';

/**
 * Width of the y axis in pixels: plots under each other take that of the widest, so that their points stand in line.
 */
export function axisWidth(scenes: readonly Scene[], format: (v: number) => string): number {
  const longest = Math.max(...scenes.flatMap((scene) => scene.range.map((v) => format(v).length)));
  return 22 + 6.6 * longest;
}
