import { type MarkKind } from '../model/ChartModel';
import { severity } from '../scene/buildScene';
import { type Scene } from '../scene/Scene';
import { type PixelMap } from '../scene/hitTest';
import { type Frame } from './Frame';
import { markPath, markRadius } from './markPath';
import { type Palette } from './Palette';

/** From this many marks on they are small and without labels: the eye then sees where they crowd. */
const crowd = 150;

/** Where marks crowd, patterns become a rug of ticks this long on the lower edge: they would hide the line. */
const rug = 6;

/**
 * Paints the marks, the worst kinds on top, and the rule labels where there is room. Marks on the same pixel are
 * painted once.
 */
export function drawMarks(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette): void {
  const crowded = scene.marks.length > crowd;
  const r = (crowded ? 0.6 : 1) * markRadius * frame.ratio;
  const byWeight = [...scene.marks].sort((a, b) => severity.indexOf(b.kind) - severity.indexOf(a.kind));
  const seen = new Set<number>();
  const labelled: Box[] = [];
  const rise = 12 * frame.ratio;
  ctx.setLineDash([]);
  ctx.lineWidth = frame.ratio;
  ctx.strokeStyle = p.background;
  ctx.font = p.font;
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'center';
  const line = 13 * frame.ratio;
  const middle = frame.top + frame.height / 2;
  let kind: MarkKind | null = null;
  let path = new Path2D();
  let pending = 0;
  for (const mark of byWeight) {
    if (mark.kind !== kind) {
      ctx.fill(path);
      path = new Path2D();
      kind = mark.kind;
      seen.clear();
      ctx.fillStyle = p.mark[kind];
    }
    const x = map.x(scene.points.x[mark.entry]!);
    if (crowded && mark.kind === 'pattern') {
      ctx.fillRect(x, frame.top + frame.height - rug * frame.ratio, frame.ratio, rug * frame.ratio);
      continue;
    }
    const y = map.y(scene.points.y[mark.entry]!);
    const place = Math.round(x / frame.ratio) * 1e5 + Math.round(y / frame.ratio);
    if (seen.has(place)) {
      continue;
    }
    seen.add(place);
    markPath(path, kind, x, y, r);
    if (crowded) {
      // Marks are filled some dozens at a time, without the line around each; a path of thousands grows ever slower.
      pending = (pending + 1) % 64;
      if (pending === 0) {
        ctx.fill(path);
        path = new Path2D();
      }
      continue;
    }
    ctx.fill(path);
    ctx.stroke(path);
    path = new Path2D();
    if (mark.label !== '') {
      const over = y - r - 2 * frame.ratio;
      const under = y + r + line;
      // Away from the middle there is more room; where that side is taken, the other one.
      const [better, worse] = y < middle ? [over, under] : [under, over];
      if (!label(mark.entry, mark.label, x, better)) {
        label(mark.entry, mark.label, x, worse);
      }
    }
  }
  ctx.fill(path);
  ctx.textAlign = 'left';

  /** Writes a label where nothing is in its way; a dense chart shows fewer of them, the tooltip all. */
  function label(entry: number, text: string, x: number, bottom: number): boolean {
    const half = ctx.measureText(text).width / 2 + 2 * frame.ratio;
    const box: Box = { left: x - half, right: x + half, top: bottom - rise, bottom };
    const inside = box.top > frame.top && box.bottom < frame.top + frame.height;
    if (!inside || labelled.some((l) => overlap(l, box)) || hasPoint(scene, entry, map, box)) {
      return false;
    }
    labelled.push(box);
    const fill = ctx.fillStyle;
    ctx.fillStyle = p.text;
    ctx.fillText(text, x, bottom);
    ctx.fillStyle = fill;
    return true;
  }
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** Whether another point lies in the box; points ascend in x, so only neighbours of the entry are looked at. */
function hasPoint({ points }: Scene, entry: number, map: PixelMap, { left, right, top, bottom }: Box): boolean {
  for (const step of [1, -1]) {
    for (let i = entry + step; i >= 0 && i < points.x.length; i += step) {
      const x = map.x(points.x[i]!);
      if (x < left || x > right) {
        break;
      }
      const y = map.y(points.y[i]!);
      if (y > top && y < bottom) {
        return true;
      }
    }
  }
  return false;
}
