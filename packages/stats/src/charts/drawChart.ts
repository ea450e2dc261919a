import { evaluateRules } from '../rules/evaluateRules';
import { type RuleChoice } from '../rules/resolveRules';
import { type Signal } from '../rules/types';
import { chartType } from './chartTypes';
import { pointCount } from './pointCount';
import { refuseInfinite } from './refuseInfinite';
import { sliceData } from './sliceData';
import { type ChartData, type ChartModel, type ChartOptions, type ChartPart } from './types';

export interface ChartRequest {
  data: ChartData;
  options?: ChartOptions;
  /** Given limits: nothing is estimated. */
  model?: ChartModel;
  /** Points [from, to) that limits are estimated from; all points (of the stage) where absent. */
  baseline?: { from: number; to: number };
  /** First point of each stage, ascending, the first 0; every stage has limits of its own. Not with `model` or `baseline`. */
  stages?: readonly number[];
  rules?: readonly RuleChoice[];
}

export interface DrawnPart extends ChartPart {
  signals: Signal[];
}

export interface DrawnChart {
  kind: string;
  /** One model a stage; null where that stage has too little data. */
  models: Array<ChartModel | null>;
  /** Why a stage has no model; null where it has one. */
  reasons: Array<string | null>;
  /** The parts in the chart type's order; null where no stage could be estimated. */
  parts: DrawnPart[] | null;
  /** Memory of the rules: the caller's breaks, and every start of a stage. */
  breaks: Uint8Array;
}

function place(into: ChartPart, from: ChartPart, offset: number): void {
  into.points.set(from.points, offset);
  into.centre.set(from.centre, offset);
  into.sigma.set(from.sigma, offset);
  into.lcl.set(from.lcl, offset);
  into.ucl.set(from.ucl, offset);
}

/** Estimates (or takes) the limits of a chart, computes its points stage by stage and evaluates the rules. */
export function drawChart(kind: string, request: ChartRequest): DrawnChart {
  const type = chartType(kind);
  refuseInfinite(request.data.values, 'values');
  const { data, options = {}, baseline } = request;
  const count = pointCount(data);
  const stages = request.stages?.length ? request.stages : [0];
  const breaks = new Uint8Array(count);
  if (data.breaks) {
    breaks.set(data.breaks.subarray(0, count));
  }
  const models: Array<ChartModel | null> = [];
  const reasons: Array<string | null> = [];
  let whole: ChartPart[] | null = null;
  for (let s = 0; s < stages.length; s++) {
    const from = stages[s]!;
    const to = stages[s + 1] ?? count;
    if (from < count) {
      breaks[from] = 1;
    }
    const piece = stages.length === 1 ? data : sliceData(data, from, to);
    const learn = baseline ? sliceData(data, baseline.from, baseline.to) : piece;
    const model = request.model ?? type.phaseI(learn, options);
    models.push(model);
    reasons.push(model ? null : (type.whyNot?.(learn, options) ?? 'too little data for limits'));
    if (!model) {
      continue;
    }
    const judged = baseline && model.phase === 1 ? { ...model, phase: 2 as const } : model;
    const parts = type.phaseII(piece, judged, options);
    if (stages.length === 1) {
      whole = parts;
      if (judged !== model && baseline) {
        // The points that limits were estimated from keep their phase I limits.
        type.phaseII(learn, model, options).forEach((part, i) => place(whole![i]!, part, baseline.from));
      }
      break;
    }
    // A stream may begin in a later stage.
    const known = (whole ??= []);
    for (const part of parts) {
      const into = known.find(({ id }) => id === part.id) ?? blank(part, count);
      place(into, part, from);
      if (!known.includes(into)) {
        known.push(into);
      }
    }
  }
  const { rules = [] } = request;
  const { excluded } = data;
  return {
    kind,
    models,
    reasons,
    parts: whole?.map((part) => ({ ...part, signals: evaluateRules(part, rules, { breaks, excluded }) })) ?? null,
    breaks,
  };
}

function blank(part: ChartPart, count: number): ChartPart {
  const empty = (): Float64Array => new Float64Array(count).fill(NaN);
  return { ...part, points: empty(), centre: empty(), sigma: empty(), lcl: empty(), ucl: empty() };
}
