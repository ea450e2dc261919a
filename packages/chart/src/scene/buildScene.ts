import { type ChartModel, type Hit, type MarkKind } from '../model/ChartModel';
import { limitBands, limitLines } from './limitLines';
import { HOLLOW, type Mark, type OffScale, type Scene, type ScenePoints } from './Scene';
import { scenePoints } from './scenePoints';
import { type Viewport } from './Viewport';
import { yRange } from './yRange';

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

/** What one plot of the model shows in a viewport: a pure function, without colours. */
export function buildScene(model: ChartModel, plot: number, view: Viewport, options: SceneOptions): Scene {
  const first = model.streams[0]?.plots[plot];
  const points = scenePoints(model, plot, view);
  const limits = limitLines(model, plot, view, options.spec);
  const range = yRange(countedValues(points, view), limits, options.fixed);
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
    dots: points.x.length * dotSpacing <= view.width,
    range,
  };
}

/** Values that the y axis has to show: NaN for excluded visits and for the neighbours beyond the edges. */
function countedValues({ x, y, hollow }: ScenePoints, view: Viewport): Float64Array {
  const out = new Float64Array(y);
  for (let i = 0; i < out.length; i++) {
    if (hollow[i] === HOLLOW.excluded || x[i]! < view.from || x[i]! > view.to) {
      out[i] = NaN;
    }
  }
  return out;
}

function marksOf(model: ChartModel, plot: number, { x, hollow, stream, point }: ScenePoints): Mark[] {
  const hitsOf = model.streams.map((s) => s.plots[plot]!.hits);
  if (hitsOf.every((hits) => hits.size === 0)) {
    return [];
  }
  const out: Mark[] = [];
  for (let entry = 0; entry < x.length; entry++) {
    const hits = hollow[entry] ? undefined : hitsOf[stream[entry]!]!.get(point[entry]!);
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
