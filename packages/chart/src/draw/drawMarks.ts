import { type Scene } from '../scene/Scene';
import { type PixelMap } from '../scene/hitTest';
import { type Frame } from './drawScene';
import { markPath, markRadius } from './markPath';
import { type Palette } from './Palette';

/** Paints the marks, and the rule labels where there is room. Marks on the same pixel are painted once. */
export function drawMarks(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette): void {
  const r = markRadius * frame.ratio;
  const seen = new Set<string>();
  const labelled: Array<{ left: number; right: number; y: number }> = [];
  ctx.setLineDash([]);
  ctx.lineWidth = frame.ratio;
  ctx.strokeStyle = p.background;
  ctx.font = p.font;
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'center';
  const middle = frame.top + frame.height / 2;
  for (const mark of scene.marks) {
    const x = map.x(scene.points.x[mark.entry]!);
    const y = map.y(scene.points.y[mark.entry]!);
    const key = `${mark.kind}|${Math.round(x / frame.ratio)}|${Math.round(y / frame.ratio)}`;
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    ctx.fillStyle = p.mark[mark.kind];
    ctx.beginPath();
    markPath(ctx, mark.kind, x, y, r);
    ctx.fill();
    ctx.stroke();
    label(mark.label, x, y < middle ? y - r - 2 * frame.ratio : y + r + 14 * frame.ratio);
  }
  ctx.textAlign = 'left';

  function label(text: string, x: number, y: number) {
    const half = ctx.measureText(text).width / 2 + 2 * frame.ratio;
    const box = { left: x - half, right: x + half, y };
    const taken = labelled.some(
      (l) => l.left < box.right && l.right > box.left && Math.abs(l.y - y) < 12 * frame.ratio
    );
    if (text === '' || taken || labelled.length > 200) {
      return;
    }
    labelled.push(box);
    ctx.fillText(text, x, y);
  }
}
