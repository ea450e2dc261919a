import { type PixelMap } from '../scene/hitTest';
import { type Frame } from './Frame';
import { type Palette } from './Palette';

/** Something that happened at a moment, or from a moment to another: a tool change, a stop, a note. */
export interface Annotation {
  from: number;
  /** `null` for a moment. */
  to: number | null;
  text: string;
  color: string;
}

/**
 * Paints the annotations of the host over the chart: a line each, a tint for a period, the text where there is room.
 */
export function drawAnnotations(
  ctx: CanvasRenderingContext2D,
  annotations: readonly Annotation[],
  map: PixelMap,
  { left, top, width, height, ratio }: Frame,
  p: Palette
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.font = p.font;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.lineWidth = ratio;
  let free = -Infinity;
  for (const { from, to, text, color } of [...annotations].sort((a, b) => a.from - b.from)) {
    const x = Math.round(map.x(from)) + 0.5;
    ctx.strokeStyle = ctx.fillStyle = color;
    if (to !== null && to > from) {
      ctx.globalAlpha = 0.12;
      ctx.fillRect(x, top, map.x(to) - x, height);
      ctx.globalAlpha = 1;
    }
    ctx.setLineDash([2 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, top + height);
    ctx.stroke();
    const end = x + ctx.measureText(text).width + 10 * ratio;
    if (x > free && end < left + width) {
      ctx.fillText(text, x + 4 * ratio, top + 2 * ratio);
      free = end;
    }
  }
  ctx.restore();
}
