import { type ChartModel, type StreamModel } from '../model/ChartModel';
import { type Numbers } from '../model/Numbers';
import { type Viewport } from './Viewport';
import { decimate } from './decimate';
import { HOLLOW, type ScenePoints } from './Scene';

/** The points of one plot that a viewport needs, of all streams, in ascending x; columns, since there are thousands. */
export function scenePoints(model: ChartModel, plot: number, view: Viewport): ScenePoints {
  const { streams } = model;
  const chosen = streams.map((s) => chosenPoints(s, plot, view, streams.length));
  const hollow = streams.map((s) => (plot === 0 ? hollowWithin(s, view) : []));
  const count = [...chosen, ...hollow].reduce((n, list) => n + list.length, 0);
  const out = emptyPoints(count);
  let at = 0;
  streams.forEach((s, i) => {
    at = fillPoints(out, at, s, i, plot, view, chosen[i]!);
    at = fillHollow(out, at, s, i, hollow[i]!);
  });
  return streams.length > 1 || hollow.some((list) => list.length > 0) ? inOrder(out) : out;
}

function emptyPoints(n: number): ScenePoints {
  return {
    x: new Float64Array(n),
    y: new Float64Array(n),
    stream: new Uint16Array(n),
    point: new Int32Array(n),
    starts: new Uint8Array(n),
    hollow: new Uint8Array(n),
  };
}

function chosenPoints(stream: StreamModel, plot: number, view: Viewport, streams: number): Int32Array {
  const { y, hits } = stream.plots[plot]!;
  // Several lines over each other need no more points than one alone.
  return decimate(stream.x, y, view.from, view.to, view.width / Math.sqrt(streams), [...hits.keys()]);
}

function hollowWithin(stream: StreamModel, view: Viewport): number[] {
  return [...stream.hollow.keys()].filter((i) => {
    const { x, y } = stream.hollow[i]!;
    return x >= view.from && x <= view.to && !Number.isNaN(y);
  });
}

function fillPoints(
  out: ScenePoints,
  at: number,
  { x, plots, breaks }: StreamModel,
  stream: number,
  plot: number,
  view: Viewport,
  chosen: Int32Array
): number {
  const { y } = plots[plot]!;
  // Where points share a pixel a hole between them cannot be seen, and honouring it would dissolve the line.
  const visible = chosen.length < view.width ? 0 : (view.to - view.from) / view.width;
  let before = -1;
  for (let k = 0; k < chosen.length; k++, at++) {
    const i = chosen[k]!;
    const far = before < 0 || x[i]! - x[before]! > visible;
    out.x[at] = x[i]!;
    out.y[at] = y[i]!;
    out.stream[at] = stream;
    out.point[at] = i;
    out.starts[at] = far && holeBetween(breaks, y, before, i) ? 1 : 0;
    before = i;
  }
  return at;
}

function fillHollow(out: ScenePoints, at: number, { hollow }: StreamModel, stream: number, chosen: number[]): number {
  for (const i of chosen) {
    out.x[at] = hollow[i]!.x;
    out.y[at] = hollow[i]!.y;
    out.stream[at] = stream;
    out.point[at] = i;
    out.hollow[at] = hollow[i]!.kind === 'excluded' ? HOLLOW.excluded : HOLLOW.partial;
    at++;
  }
  return at;
}

/** Whether the line may not be drawn from one point to the next: a break or a missing value lies between them. */
function holeBetween(breaks: Uint8Array, y: Numbers, before: number, i: number): boolean {
  for (let j = before + 1; j <= i; j++) {
    if (breaks[j] || Number.isNaN(y[j]!)) {
      return true;
    }
  }
  return before < 0;
}

/** Sorted by x; at equal x the streams keep their order. */
function inOrder(points: ScenePoints): ScenePoints {
  const order = Array.from(points.x, (_, i) => i).sort((a, b) => points.x[a]! - points.x[b]! || a - b);
  const out = emptyPoints(order.length);
  order.forEach((from, to) => {
    out.x[to] = points.x[from]!;
    out.y[to] = points.y[from]!;
    out.stream[to] = points.stream[from]!;
    out.point[to] = points.point[from]!;
    out.starts[to] = points.starts[from]!;
    out.hollow[to] = points.hollow[from]!;
  });
  return out;
}
