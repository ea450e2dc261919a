import { type ChartModel, type Hit, type MarkKind, type StreamModel } from '../model/ChartModel';
import { decimate } from './decimate';
import { limitBands, limitLines } from './limitLines';
import { type Mark, type OffScale, type Scene, type ScenePoints } from './Scene';
import { yRange } from './yRange';

export interface Viewport {
  /** Shown stretch of x, in the units of the model's x. */
  from: number;
  to: number;
  /** Width of the plot in device-independent pixels. */
  width: number;
}

export interface SceneOptions {
  zones: boolean;
  spec: boolean;
  /** Fixed ends of the y axis. */
  fixed?: { min: number | null; max: number | null };
}

/** Pixels a dot needs to be told from its neighbour. */
const dotSpacing = 3.5;

/** The worst kind gives a point its shape; in this order. */
export const severity: readonly MarkKind[] = ['out-of-spec', 'out-of-control', 'reported', 'pattern'];

interface Entry {
  x: number;
  y: number;
  stream: number;
  point: number;
  starts: number;
  excluded: number;
}

/** What one plot of the model shows in a viewport: a pure function, without colours. */
export function buildScene(model: ChartModel, plot: number, view: Viewport, options: SceneOptions): Scene {
  const entries = model.streams.flatMap((s, i) => streamEntries(s, i, plot, view, model.streams.length));
  // One stream without excluded points is in order already; a stable sort keeps streams apart at equal x.
  if (model.streams.length > 1 || entries.some((e) => e.excluded)) {
    entries.sort((a, b) => a.x - b.x);
  }
  const first = model.streams[0]?.plots[plot];
  const limits = limitLines(model, plot, view, options.spec);
  const counted = entries.filter((e) => !e.excluded && e.x >= view.from && e.x <= view.to).map((e) => e.y);
  const range = yRange(counted, limits, options.fixed);
  const points = toColumns(entries);
  return {
    plot: first?.id ?? '',
    title: first?.title ?? '',
    streams: model.streams.length,
    points,
    bands: options.zones && model.streams.length === 1 ? limitBands(model, plot, view) : [],
    limits,
    marks: marksOf(model, plot, points),
    offScale: offScaleOf(points, range),
    dividers: model.dividers
      .filter((d) => d.x >= view.from && d.x <= view.to)
      .map((d) => (plot === 0 ? d : { ...d, label: '' })),
    dots: entries.length * dotSpacing <= view.width,
    range,
  };
}

function streamEntries(stream: StreamModel, s: number, plot: number, view: Viewport, streams: number): Entry[] {
  const { y, hits } = stream.plots[plot]!;
  const keep = [...hits.keys()];
  // Several lines over each other need no more points than one alone.
  const indices = decimate(stream.x, y, view.from, view.to, view.width / Math.sqrt(streams), keep);
  const out: Entry[] = [];
  // Where points share a pixel a hole between them cannot be seen, and honouring it would dissolve the line.
  const visible = indices.length < view.width ? 0 : (view.to - view.from) / view.width;
  let before = -1;
  for (const i of indices) {
    const far = before < 0 || stream.x[i]! - stream.x[before]! > visible;
    const starts = far && holeBetween(stream.breaks, y, before, i) ? 1 : 0;
    before = i;
    out.push({ x: stream.x[i]!, y: y[i]!, stream: s, point: i, starts, excluded: 0 });
  }
  if (plot === 0) {
    stream.excluded.forEach((e, i) => {
      if (e.x >= view.from && e.x <= view.to && !Number.isNaN(e.y)) {
        out.push({ x: e.x, y: e.y, stream: s, point: i, starts: 0, excluded: 1 });
      }
    });
  }
  return out;
}

/** Whether the line may not be drawn from one point to the next: a break or a missing value lies between them. */
function holeBetween(breaks: Uint8Array, y: Float64Array, before: number, i: number): boolean {
  for (let j = before + 1; j <= i; j++) {
    if (breaks[j] || Number.isNaN(y[j]!)) {
      return true;
    }
  }
  return before < 0;
}

/** A loop, because `from` with a function is ten times slower. */
function toColumns(entries: readonly Entry[]): ScenePoints {
  const n = entries.length;
  const out = {
    x: new Float64Array(n),
    y: new Float64Array(n),
    stream: new Uint16Array(n),
    point: new Int32Array(n),
    starts: new Uint8Array(n),
    excluded: new Uint8Array(n),
  };
  for (let i = 0; i < n; i++) {
    const e = entries[i]!;
    out.x[i] = e.x;
    out.y[i] = e.y;
    out.stream[i] = e.stream;
    out.point[i] = e.point;
    out.starts[i] = e.starts;
    out.excluded[i] = e.excluded;
  }
  return out;
}

function marksOf(model: ChartModel, plot: number, points: ScenePoints): Mark[] {
  const out: Mark[] = [];
  for (let entry = 0; entry < points.x.length; entry++) {
    const hits = points.excluded[entry]
      ? undefined
      : model.streams[points.stream[entry]!]!.plots[plot]!.hits.get(points.point[entry]!);
    if (hits && hits.length > 0) {
      out.push({ entry, kind: worst(hits), label: labelOf(hits), hits });
    }
  }
  return out;
}

function worst(hits: readonly Hit[]): MarkKind {
  return severity.find((kind) => hits.some((h) => h.kind === kind)) ?? 'pattern';
}

function labelOf(hits: readonly Hit[]): string {
  const named = hits.filter((h) => h.kind === 'out-of-control' || h.kind === 'pattern').map((h) => h.rule);
  const [first, ...more] = new Set(named);
  return first === undefined ? '' : more.length > 0 ? `${first} +${more.length}` : first;
}

function offScaleOf(points: ScenePoints, [low, high]: [number, number]): OffScale[] {
  const out: OffScale[] = [];
  for (let i = 0; i < points.x.length; i++) {
    if (points.y[i]! < low || points.y[i]! > high) {
      out.push({ x: points.x[i]!, edge: points.y[i]! < low ? 'low' : 'high' });
    }
  }
  return out;
}
