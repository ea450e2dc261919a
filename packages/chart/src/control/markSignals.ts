import { type Numbers } from '../model/Numbers';
import { compare, evaluateRules, type Rule } from '@cellthread/stats';
import { type Hit, type LimitStep, type PlotModel } from '../model/ChartModel';
import { type Points, rowAt } from './Points';
import { type Part } from './partsOf';

/** Rule of a point outside its spec limits; not one of the statistics package, because it is not about the process. */
export const specRule = 'spec';

/**
 * What is known of single rows: signals that the datasource reports (empty for none), and the side of spec limits
 * beyond.
 */
export interface Told {
  reported?: (row: number) => string;
  specSide?: (row: number) => 'high' | 'low' | null;
}

/**
 * Writes the hits of every point into the plots: the chosen rules in each chart of the pair, spec limits and what the
 * datasource reports in the first. Where there are no control limits, no rule of control speaks. Yields between the
 * rules, so that a caller may let others work in between.
 */
export function* markSignals(
  parts: readonly Part[],
  points: Points,
  rules: readonly Rule[],
  { reported, specSide }: Told = {}
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
    plot.hits = k === 0 ? withOthers(plot, points, hits, { reported, specSide }) : inOrder(hits);
  }
}

/** Adds spec limits and what the datasource reports to the hits of the first plot, in the order of the points. */
function withOthers(
  plot: PlotModel,
  points: Points,
  hits: Map<number, Hit[]>,
  { reported, specSide }: Told
): Map<number, Hit[]> {
  for (const step of plot.steps) {
    for (const i of pointsBeyond(plot.y, step, false)) {
      markSpec(hits, i, plot.y[i]!, step);
    }
  }
  markCells(points, hits, specSide);
  markReported(points, hits, reported);
  return inOrder(hits);
}

/**
 * The marks of a plot that need no looking back: points outside their control limits, which every one of `rules` speaks
 * of, and, in the first plot of a pair, outside their spec limits and reported ones.
 */
export function markBeyond(
  plot: PlotModel,
  points: Points,
  rules: readonly Rule[],
  first: boolean,
  reported?: (row: number) => string
): Map<number, Hit[]> {
  const hits = new Map<number, Hit[]>();
  for (const step of plot.steps) {
    for (const i of pointsBeyond(plot.y, step, true)) {
      const side = step.centre === null ? null : sideOf(plot.y[i]!, step.lcl, step.ucl);
      if (side) {
        rules.forEach((r) => add(hits, i, { kind: 'out-of-control', rule: r.id, title: r.title, side, members: [i] }));
      }
      if (first) {
        markSpec(hits, i, plot.y[i]!, step);
      }
    }
  }
  if (first) {
    markReported(points, hits, reported);
  }
  return inOrder(hits);
}

/** Side on which a value lies beyond its limits; on a limit, as far as rounding tells, it is inside. */
function sideOf(v: number, low: number | null, high: number | null): 'high' | 'low' | null {
  return compare(v, high ?? Infinity) > 0 ? 'high' : compare(v, low ?? -Infinity) < 0 ? 'low' : null;
}

/** Points of a step beyond its spec limits or, with `control`, any of its limits, in one pass. */
function pointsBeyond(y: Numbers, step: LimitStep, control: boolean): number[] {
  const { start, end, lsl, usl } = step;
  const low = Math.max(lsl ?? -Infinity, (control ? step.lcl : null) ?? -Infinity);
  const high = Math.min(usl ?? Infinity, (control ? step.ucl : null) ?? Infinity);
  const out: number[] = [];
  if (low === -Infinity && high === Infinity) {
    return out;
  }
  for (let i = start; i < end; i++) {
    const v = y[i]!;
    if (v > high || v < low) {
      out.push(i);
    }
  }
  return out;
}

function inOrder(hits: ReadonlyMap<number, Hit[]>): Map<number, Hit[]> {
  return new Map([...hits].sort(([a], [b]) => a - b));
}

/** Whether a rule looks at one point and its limits only. */
export function isOfLimits({ test }: Rule): boolean {
  return test.shape === 'beyond-limits';
}

/** Cells out of spec behind points that are none of them: the mean of a subgroup, or an average, may be well inside. */
function markCells({ rows, offsets, breaks }: Points, hits: Map<number, Hit[]>, specSide: Told['specSide']) {
  for (let i = 0; specSide && i < breaks.length; i++) {
    const [first, past] = offsets ? [offsets[i]!, offsets[i + 1]!] : [i, i + 1];
    for (let k = first; k < past; k++) {
      const row = rowAt(rows, k);
      const side = specSide(row);
      if (side) {
        add(hits, i, { kind: 'out-of-spec', rule: specRule, title: specTitles[side], side, members: [i], row });
      }
    }
  }
}

const specTitles = { high: 'above the upper spec limit', low: 'below the lower spec limit' } as const;

function markSpec(hits: Map<number, Hit[]>, i: number, v: number, { lsl, usl }: LimitStep) {
  const side = v > (usl ?? Infinity) ? 'high' : v < (lsl ?? -Infinity) ? 'low' : null;
  if (side) {
    add(hits, i, { kind: 'out-of-spec', rule: specRule, title: specTitles[side], side, members: [i] });
  }
}

function markReported(points: Points, hits: Map<number, Hit[]>, reported?: (row: number) => string) {
  const { rows, offsets, breaks } = points;
  for (let i = 0; reported && i < breaks.length; i++) {
    const [first, end] = offsets ? [offsets[i]!, offsets[i + 1]!] : [i, i + 1];
    for (let k = first; k < end; k++) {
      const title = reported(rowAt(rows, k));
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
