import { type LimitKind, type LimitLine, type Scene } from '../scene/Scene';
import { type PixelMap } from '../scene/hitTest';
import { drawMarks } from './drawMarks';
import { type Frame } from './Frame';
import { type Palette } from './Palette';

/** Dashes of the limit kinds; control limits that are not approved are dashed finer, whatever their kind. */
const dash: Record<LimitKind, number[]> = {
  centre: [],
  lcl: [],
  ucl: [],
  lsl: [12, 4, 2, 4],
  usl: [12, 4, 2, 4],
  target: [2, 4],
};
const isSpec = (kind: LimitKind) => kind === 'lsl' || kind === 'usl' || kind === 'target';

/** Paints zones and dividers: what lies under the grid. */
export function drawBackground(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette) {
  clipped(ctx, frame, () => {
    for (const band of scene.bands) {
      ctx.fillStyle = p.zone[band.depth];
      const [left, top] = [map.x(band.from), map.y(band.high)];
      ctx.fillRect(left, top, map.x(band.to) - left, map.y(band.low) - top);
    }
    ctx.strokeStyle = p.divider;
    ctx.fillStyle = p.text;
    ctx.font = p.font;
    ctx.lineWidth = frame.ratio;
    ctx.textBaseline = 'bottom';
    ctx.textAlign = 'left';
    ctx.setLineDash([3 * frame.ratio, 3 * frame.ratio]);
    let free = -Infinity;
    for (const d of scene.dividers) {
      const x = Math.round(map.x(d.x)) + 0.5;
      stroke(ctx, x, frame.top, x, frame.top + frame.height);
      if (x > free) {
        ctx.fillText(d.label, x + 4 * frame.ratio, frame.top + frame.height - 3 * frame.ratio);
        free = x + ctx.measureText(d.label).width + 8 * frame.ratio;
      }
    }
  });
}

/** Paints line, limits, dots, hollow points and marks. */
export function drawForeground(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette) {
  clipped(ctx, frame, () => {
    for (let i = 0; i < scene.streams; i++) {
      drawStream(ctx, scene, i, map, frame, p.streams[i % p.streams.length]!);
    }
    drawLimits(ctx, scene, map, frame, p);
    drawHollow(ctx, scene, map, frame, p);
    drawOffScale(ctx, scene, map, frame, p);
    drawMarks(ctx, scene, map, frame, p);
  });
}

/** Steps of one kind that follow each other are one line with risers. */
function drawLimits(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette) {
  const ends = new Map<string, LimitLine>();
  const owners = new Map<LimitKind, Set<number>>();
  scene.limits.forEach((l) => owners.set(l.kind, (owners.get(l.kind) ?? new Set()).add(l.stream)));
  for (const l of scene.limits) {
    const several = owners.get(l.kind)!.size > 1 && !isSpec(l.kind);
    ctx.strokeStyle = several ? p.streams[l.stream % p.streams.length]! : p.limit[l.kind];
    ctx.lineWidth = (isSpec(l.kind) || several ? 1 : 1.5) * frame.ratio;
    const pattern = !isSpec(l.kind) && l.state !== 'approved' ? [6, 5] : dash[l.kind];
    ctx.setLineDash(pattern.map((d) => d * frame.ratio));
    const y = Math.round(map.y(l.y)) + 0.5;
    const before = ends.get(`${l.stream}|${l.kind}`);
    ctx.beginPath();
    ctx.moveTo(map.x(l.from), before?.to === l.from ? Math.round(map.y(before.y)) + 0.5 : y);
    ctx.lineTo(map.x(l.from), y);
    ctx.lineTo(map.x(l.to), y);
    ctx.stroke();
    ends.set(`${l.stream}|${l.kind}`, l);
  }
}

/** Line and dots of one stream: one path, so that a thousand points cost one stroke. */
function drawStream(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  s: number,
  map: PixelMap,
  frame: Frame,
  color: string
) {
  const { x, y, stream, starts, hollow } = scene.points;
  const dots = new Path2D();
  const line = new Path2D();
  const r = 2 * frame.ratio;
  let pen = false;
  for (let i = 0; i < x.length; i++) {
    if (stream[i] !== s || hollow[i]) {
      continue;
    }
    const px = map.x(x[i]!);
    const py = map.y(y[i]!);
    if (pen && !starts[i]) {
      line.lineTo(px, py);
    } else {
      line.moveTo(px, py);
      pen = true;
    }
    if (scene.dots) {
      dots.moveTo(px + r, py);
      dots.arc(px, py, r, 0, 2 * Math.PI);
    }
  }
  ctx.setLineDash([]);
  ctx.strokeStyle = ctx.fillStyle = color;
  ctx.lineWidth = frame.ratio;
  ctx.lineJoin = 'round';
  ctx.stroke(line);
  ctx.fill(dots);
}

function drawHollow(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette) {
  const { x, y, hollow } = scene.points;
  const r = 3 * frame.ratio;
  ctx.setLineDash([]);
  ctx.strokeStyle = p.excluded;
  ctx.fillStyle = p.background;
  ctx.lineWidth = 1.5 * frame.ratio;
  for (let i = 0; i < x.length; i++) {
    if (hollow[i]) {
      ctx.beginPath();
      ctx.arc(map.x(x[i]!), map.y(y[i]!), r, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
  }
}

function drawOffScale(ctx: CanvasRenderingContext2D, scene: Scene, map: PixelMap, frame: Frame, p: Palette) {
  const r = 4 * frame.ratio;
  ctx.fillStyle = p.text;
  for (const o of scene.offScale) {
    const x = map.x(o.x);
    const tip = o.edge === 'high' ? frame.top + 1 : frame.top + frame.height - 1;
    const foot = o.edge === 'high' ? tip + 1.5 * r : tip - 1.5 * r;
    ctx.beginPath();
    ctx.moveTo(x, tip);
    ctx.lineTo(x + r, foot);
    ctx.lineTo(x - r, foot);
    ctx.fill();
  }
}

function stroke(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

function clipped(ctx: CanvasRenderingContext2D, { left, top, width, height }: Frame, paint: () => void) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  paint();
  ctx.restore();
}
