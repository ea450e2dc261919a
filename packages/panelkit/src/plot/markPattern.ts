import { type Palette, type Scene } from '@cellthread/chart';
import type uPlot from 'uplot';

const className = 'cellthread-pattern';

/**
 * Rings around the points that make the pattern of the signal under the pointer. They are elements above the canvas: a
 * redraw of the chart for every hovered point would cost frames.
 */
export function markPattern(u: uPlot, scene: Scene, entry: number | null, palette: Palette): void {
  u.over.querySelectorAll(`.${className}`).forEach((e) => e.remove());
  const mark = entry === null ? undefined : scene.marks.find((m) => m.entry === entry);
  if (!mark) {
    return;
  }
  const { points } = scene;
  const stream = points.stream[mark.entry];
  const members = new Set(mark.hits.flatMap((h) => h.members));
  for (let i = 0; i < points.x.length; i++) {
    if (points.stream[i] === stream && !points.hollow[i] && members.has(points.point[i]!)) {
      const ring = document.createElement('div');
      ring.className = className;
      Object.assign(ring.style, {
        position: 'absolute',
        pointerEvents: 'none',
        left: `${u.valToPos(points.x[i]!, 'x') - 7}px`,
        top: `${u.valToPos(points.y[i]!, 'y') - 7}px`,
        width: '14px',
        height: '14px',
        borderRadius: '50%',
        border: `2px solid ${palette.mark[mark.kind]}`,
      });
      u.over.appendChild(ring);
    }
  }
}
