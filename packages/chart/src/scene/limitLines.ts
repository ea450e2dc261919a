import { type Numbers } from '../model/Numbers';
import { type ChartModel, type LimitStep, type StreamModel } from '../model/ChartModel';
import { type Band, type LimitKind, type LimitLine } from './Scene';
import { type Viewport } from './Viewport';

const control: readonly LimitKind[] = ['lcl', 'centre', 'ucl'];
const spec: readonly LimitKind[] = ['lsl', 'target', 'usl'];

/** The stepped limit lines inside the viewport; neighbouring steps of the same value become one line. */
export function limitLines(model: ChartModel, plot: number, view: Viewport, withSpec: boolean): LimitLine[] {
  const kinds = withSpec ? [...spec, ...control] : control;
  const lines = model.streams.flatMap((stream, s) =>
    stream.plots[plot]!.steps.flatMap((step, at) => {
      const reach = stretch(stream, plot, at, view);
      return reach ? kinds.flatMap((kind) => line(kind, step, reach, s)) : [];
    })
  );
  return withoutRepeats(joined(lines));
}

/** The shaded zones inside the viewport: within 1 σ, 2 σ and 3 σ of the centre. */
export function limitBands(model: ChartModel, plot: number, view: Viewport): Band[] {
  return model.streams.flatMap((stream) => {
    const { steps, zones } = stream.plots[plot]!;
    return (zones ? steps : []).flatMap((step, at) => {
      const reach = stretch(stream, plot, at, view);
      const { centre, sigma } = step;
      if (!reach || centre === null || sigma === null || sigma <= 0) {
        return [];
      }
      return ([3, 2, 1] as const).map((depth) => ({
        ...reach,
        low: Math.max(centre - depth * sigma, step.lcl ?? -Infinity),
        high: Math.min(centre + depth * sigma, step.ucl ?? Infinity),
        depth,
      }));
    });
  });
}

/**
 * Where a step begins: when its limits came into force, if between its first point and the one before, else half-way.
 */
function boundary(x: Numbers, { start, since }: LimitStep): number {
  const [before, first] = [x[start - 1]!, x[start]!];
  return since !== null && since > before && since <= first ? since : (before + first) / 2;
}

function stretch(stream: StreamModel, plot: number, at: number, view: Viewport): { from: number; to: number } | null {
  const { x } = stream;
  const step = stream.plots[plot]!.steps[at]!;
  const steps = stream.plots[plot]!.steps;
  const next = steps[at + 1];
  const before = step.start > 0 ? boundary(x, step) : view.from;
  const after = next ? boundary(x, next) : view.to;
  const from = Math.max(view.from, before);
  const to = Math.min(view.to, after);
  return from < to ? { from, to } : null;
}

function line(kind: LimitKind, step: LimitStep, reach: { from: number; to: number }, stream: number): LimitLine[] {
  const y = step[kind];
  return y === null ? [] : [{ kind, ...reach, y, state: step.state, stream }];
}

function joined(lines: readonly LimitLine[]): LimitLine[] {
  const open = new Map<string, LimitLine>();
  const out: LimitLine[] = [];
  for (const l of lines) {
    const key = `${l.stream}|${l.kind}`;
    const last = open.get(key);
    if (last && last.y === l.y && last.state === l.state && last.to === l.from) {
      last.to = l.to;
    } else {
      const fresh = { ...l };
      open.set(key, fresh);
      out.push(fresh);
    }
  }
  return out;
}

/** Streams that share their limits (all fall back to the same row of the plan) show them once. */
function withoutRepeats(lines: readonly LimitLine[]): LimitLine[] {
  const seen = new Map<string, LimitLine>();
  const out: LimitLine[] = [];
  for (const l of lines) {
    const key = `${l.kind}|${l.y}|${l.state}`;
    const other = seen.get(key);
    if (other && other.stream !== l.stream && l.from <= other.to && l.to >= other.from) {
      other.from = Math.min(other.from, l.from);
      other.to = Math.max(other.to, l.to);
    } else {
      seen.set(key, l);
      out.push(l);
    }
  }
  return out;
}
