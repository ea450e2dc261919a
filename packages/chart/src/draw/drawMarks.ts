import { severity } from '../scene/buildScene';
import { type Scene } from '../scene/Scene';
import { type PixelMap } from '../scene/hitTest';
import { type Frame } from './drawScene';
import { markPath, markRadius } from './markPath';
import { type Palette } from './Palette';

/** From this many marks on they are small and without labels: the eye then sees where they crowd. */
const crowd = 150;

/** Where marks crowd, patterns become a rug of ticks this long on the lower edge: they would hide the line. */
const rug = 6;

/** Paints the marks, the worst kinds on top, and the rule labels where there is room. Marks on the same pixel are painted once. */
export function drawMarks(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette): void {
  const crowded = scene.marks.length > crowd;
  const r = (crowded ? 0.6 : 1) * markRadius * frame.ratio;
  const byWeight = [...scene.marks].sort((a, b) => severity.indexOf(b.kind) - severity.indexOf(a.kind));
  const seen = new Set<string>();
  const labelled: Array<{ left: number; right: number; y: number }> = [];
  ctx.setLineDash([]);
  ctx.lineWidth = frame.ratio;
  ctx.strokeStyle = p.background;
  ctx.font = p.font;
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'center';
  const line = 13 * frame.ratio;
  const middle = frame.top + frame.height / 2;
  for (const mark of byWeight) {
    const x = map.x(scene.points.x[mark.entry]!);
    if (crowded && mark.kind === 'pattern') {
      ctx.fillStyle = p.mark.pattern;
      ctx.fillRect(x, frame.top + frame.height - rug * frame.ratio, frame.ratio, rug * frame.ratio);
      continue;
    }
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
    const above = y < middle ? y - r - line * 1.2 > frame.top : y + r + line * 1.2 > frame.top + frame.height;
    label(mark.label, x, above ? y - r - 2 * frame.ratio : y + r + line);
  }
  ctx.textAlign = 'left';

  function label(text: string, x: number, y: number) {
    const half = ctx.measureText(text).width / 2 + 2 * frame.ratio;
    const box = { left: x - half, right: x + half, y };
    const taken = labelled.some(
      (l) => l.left < box.right && l.right > box.left && Math.abs(l.y - y) < 12 * frame.ratio
    );
    if (text === '' || taken || crowded) {
      return;
    }
    labelled.push(box);
    ctx.fillStyle = p.text;
    ctx.fillText(text, x, y);
  }
}
