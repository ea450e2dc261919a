import { evaluateRules, type Rule } from '@cellthread/stats';
import { type Hit, type PlotModel } from '../model/ChartModel';
import { type Points } from './formPoints';
import { type Part } from './partsOf';

/** Rule of a point outside its spec limits; not one of the statistics package, because it is not about the process. */
export const specRule = 'spec';

/**
 * Writes the hits of every point into the plots: the chosen rules in each chart of the pair, spec limits and what the
 * datasource reports in the first. Where there are no control limits, no rule of control speaks. Yields between the rules,
 * so that a caller may let others work in between.
 */
export function* markSignals(
  parts: readonly Part[],
  points: Points,
  rules: readonly Rule[],
  reported?: (row: number) => string
): Generator<void, void> {
  for (const [k, { part, plot }] of parts.entries()) {
    const hits = new Map<number, Hit[]>();
    for (const rule of rules) {
      yield;
      const kind = isOfLimits(rule) ? 'out-of-control' : 'pattern';
      for (const signal of evaluateRules(part, [rule], { breaks: points.breaks })) {
        const { id, title } = rule;
        add(hits, signal.index, { kind, rule: id, title, side: signal.side, members: signal.pattern });
      }
    }
    yield;
    plot.hits = k === 0 ? withOthers(plot, points, hits, reported) : inOrder(hits);
  }
}

/** Adds spec limits and what the datasource reports to the hits of the first plot, in the order of the points. */
export function withOthers(
  plot: PlotModel,
  points: Points,
  hits: Map<number, Hit[]>,
  reported?: (row: number) => string
): Map<number, Hit[]> {
  markSpec(plot, hits);
  markReported(points, hits, reported);
  return inOrder(hits);
}

function inOrder(hits: ReadonlyMap<number, Hit[]>): Map<number, Hit[]> {
  return new Map([...hits].sort(([a], [b]) => a - b));
}

/** Whether a rule looks at one point and its limits only. */
export function isOfLimits({ test }: Rule): boolean {
  return test.shape === 'beyond-limits';
}

function markSpec(plot: PlotModel, hits: Map<number, Hit[]>) {
  const { y } = plot;
  for (const { start, end, lsl, usl } of plot.steps) {
    const [low, high] = [lsl ?? -Infinity, usl ?? Infinity];
    for (let i = start; i < end && (lsl !== null || usl !== null); i++) {
      const side = y[i]! > high ? 'high' : y[i]! < low ? 'low' : null;
      if (side) {
        const title = side === 'high' ? 'above the upper spec limit' : 'below the lower spec limit';
        add(hits, i, { kind: 'out-of-spec', rule: specRule, title, side, members: [i] });
      }
    }
  }
}

function markReported(points: Points, hits: Map<number, Hit[]>, reported?: (row: number) => string) {
  for (let i = 0; reported && i < points.breaks.length; i++) {
    for (let k = points.offsets[i]!; k < points.offsets[i + 1]!; k++) {
      const title = reported(points.rows[k]!);
      if (title) {
        add(hits, i, { kind: 'reported', rule: 'reported', title, side: 'both', members: [i] });
      }
    }
  }
}

function add(hits: Map<number, Hit[]>, point: number, hit: Hit) {
  const there = hits.get(point);
  if (there) {
    there.push(hit);
  } else {
    hits.set(point, [hit]);
  }
}
