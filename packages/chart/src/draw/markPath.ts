import { type MarkKind } from '../model/ChartModel';

/** Half the size of a mark in device-independent pixels. */
export const markRadius = 5;

/** Adds the outline of a mark to the current path: the shape alone tells the kinds apart. */
export function markPath(ctx: CanvasPath, kind: MarkKind, x: number, y: number, r: number): void {
  switch (kind) {
    case 'out-of-spec':
      ctx.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
      return;
    case 'out-of-control':
      polygon(ctx, [x, y - r * 1.2, x + r * 1.2, y, x, y + r * 1.2, x - r * 1.2, y]);
      return;
    case 'pattern':
      polygon(ctx, [x, y - r, x + r, y + r * 0.8, x - r, y + r * 0.8]);
      return;
    case 'reported':
      polygon(ctx, [x - r, y - r * 0.8, x + r, y - r * 0.8, x, y + r]);
      return;
  }
}

function polygon(ctx: CanvasPath, xy: readonly number[]): void {
  ctx.moveTo(xy[0]!, xy[1]!);
  for (let i = 2; i < xy.length; i += 2) {
    ctx.lineTo(xy[i]!, xy[i + 1]!);
  }
  ctx.closePath();
}
