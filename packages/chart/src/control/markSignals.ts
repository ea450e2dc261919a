import { evaluateRules, rules as registry } from '@cellthread/stats';
import { type Hit, type PlotModel } from '../model/ChartModel';
import { type Points } from './formPoints';
import { type Part } from './partsOf';

/** Rule of a point outside its spec limits; not one of the statistics package, because it is not about the process. */
export const specRule = 'spec';

const byId = new Map(registry.map((r) => [r.id, r]));

/**
 * Writes the hits of every point into the plots: the chosen rules in each chart of the pair, spec limits and what the
 * datasource reports in the first. Where there are no control limits, no rule of control speaks.
 */
export function markSignals(
  parts: readonly Part[],
  points: Points,
  rules: readonly string[],
  reported?: (row: number) => string
): void {
  parts.forEach(({ part, plot }, k) => {
    const hits = new Map<number, Hit[]>();
    for (const signal of evaluateRules(part, rules, { breaks: points.breaks })) {
      const rule = byId.get(signal.rule);
      const kind = rule?.test.shape === 'beyond-limits' ? 'out-of-control' : 'pattern';
      const title = rule?.title ?? signal.rule;
      add(hits, signal.index, { kind, rule: signal.rule, title, side: signal.side, members: signal.pattern });
    }
    if (k === 0) {
      markSpec(plot, hits);
      markReported(points, hits, reported);
    }
    plot.hits = new Map([...hits].sort(([a], [b]) => a - b));
  });
}

function markSpec(plot: PlotModel, hits: Map<number, Hit[]>) {
  for (const { start, end, lsl, usl } of plot.steps) {
    for (let i = start; i < end && (lsl !== null || usl !== null); i++) {
      const y = plot.y[i]!;
      const side = usl !== null && y > usl ? 'high' : lsl !== null && y < lsl ? 'low' : null;
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
