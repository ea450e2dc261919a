import { cholesky } from '../charts/linearAlgebra';
import { pointCount } from '../charts/pointCount';
import { type ChartData, type ChartModel, type ChartType } from '../charts/types';
import { type Fields, ProblemError } from './fields';

/** Where limits come from: all points, a baseline, stages, or given ones. */
export interface Limits {
  model?: ChartModel;
  baseline?: { from: number; to: number };
  stages?: number[];
}

function givenModel(fields: Fields, type: ChartType, columns: number): ChartModel | undefined {
  const own = fields.object('given');
  if (!own) {
    return undefined;
  }
  const centre = own.number('centre') ?? 0;
  const model: ChartModel = {
    kind: type.id,
    centre,
    sigmaWithin: own.number('sigma', 0) ?? NaN,
    sigmaBetween: own.number('sigmaBetween', 0) ?? 0,
    sigmaPlotted: own.number('sigmaPlotted', 0),
    subgroupSize: own.number('subgroupSize', 1),
    points: own.whole('points', 0) ?? 0,
    n: own.number('n', 0) ?? 0,
    df: own.number('df', 0) ?? NaN,
    means: own.numbers('means', false) && Array.from(own.numbers('means', false)!),
    covariance: own.list('covariance') && covarianceOf(own),
    phase: 2,
  };
  own.refuseOthers();
  if (type.family === 'multivariate' ? !model.means || !model.covariance : !own.has('centre')) {
    throw new ProblemError(own.name(type.family === 'multivariate' ? 'means' : 'centre'), 'is missing');
  }
  if (type.family === 'multivariate') {
    refuseMisfit(own, model, columns);
  }
  const needsSigma = !['attributes', 'rare-events', 'multivariate', 'run'].includes(type.family);
  if (needsSigma && !own.has('sigma')) {
    throw new ProblemError(own.name('sigma'), 'is missing');
  }
  if (type.id === 'g') {
    model.sigmaWithin = Math.sqrt(centre * (centre + 1));
  }
  return model;
}

/** Means and covariance must fit the variables of the rows. */
function refuseMisfit(own: Fields, { means = [], covariance = [] }: ChartModel, columns: number): void {
  if (means.length !== columns) {
    throw new ProblemError(own.name('means'), `must have one number a variable: ${columns}, not ${means.length}`);
  }
  const rows = own.list('covariance')!;
  if (rows.length !== columns || rows.some((row) => (row as unknown[]).length !== columns)) {
    throw new ProblemError(own.name('covariance'), `must be ${columns} rows of ${columns} numbers`);
  }
  const mirrored = covariance.every((v, i) => v === covariance[(i % columns) * columns + Math.floor(i / columns)]);
  if (!mirrored || !cholesky(covariance, columns)) {
    throw new ProblemError(own.name('covariance'), 'must be symmetric and positive definite');
  }
}

function covarianceOf(own: Fields): number[] {
  return own.list('covariance')!.flatMap((row, i) => {
    if (!Array.isArray(row) || row.some((v) => typeof v !== 'number' || !Number.isFinite(v))) {
      throw new ProblemError(`${own.name('covariance')}[${i}]`, 'must be a list of numbers');
    }
    return row as number[];
  });
}

/** `given`, `baseline` or `stages`; at most one of them. */
export function readLimits(fields: Fields, type: ChartType, data: ChartData): Limits {
  const count = pointCount(data);
  const model = givenModel(fields, type, data.columns ?? 1);
  const range = fields.object('baseline');
  const stages = fields.indices('stages', Math.max(1, count));
  let baseline: Limits['baseline'];
  if (range) {
    baseline = { from: range.whole('from', 0, count) ?? 0, to: range.whole('to', 0, count) ?? count };
    range.refuseOthers();
    if (baseline.to <= baseline.from) {
      throw new ProblemError(range.name('to'), `must lie above from (${baseline.from})`);
    }
  }
  if (model && (baseline || stages)) {
    throw new ProblemError(fields.name(baseline ? 'baseline' : 'stages'), 'given limits need no estimation');
  }
  if (baseline && stages) {
    throw new ProblemError(fields.name('stages'), 'give either a baseline or stages');
  }
  if (stages && (stages[0] !== 0 || stages.some((s, i) => i > 0 && s <= stages[i - 1]!))) {
    throw new ProblemError(fields.name('stages'), 'must begin with 0 and rise');
  }
  return { model, baseline, stages };
}
