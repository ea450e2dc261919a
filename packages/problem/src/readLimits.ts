import { cholesky } from '@cellthread/stats/charts/linearAlgebra';
import { pointCount } from '@cellthread/stats/charts/pointCount';
import { type ChartData, type ChartModel, type ChartType } from '@cellthread/stats/charts/types';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';
import { readStrata } from './readStrata';
import { shown } from './shown';

/** Where limits come from: all points, a baseline, stages, or given ones. */
export interface Limits {
  model?: ChartModel;
  baseline?: { from: number; to: number };
  stages?: number[];
}

/** σ within under its name in problems, or in models. */
function sigmaOf(own: Fields): number | undefined {
  const [sigma, sigmaWithin] = [own.number('sigma'), own.number('sigmaWithin')];
  if (sigma !== undefined && sigmaWithin !== undefined) {
    throw new ProblemError(own.name('sigma'), 'give either sigma or sigmaWithin');
  }
  return sigma ?? sigmaWithin;
}

/** `given` is a model as an answer has it; centre and σ are enough for most charts. What it judges are new points: phase II. */
function givenModel(fields: Fields, type: ChartType, data: ChartData, groups: string[]): ChartModel | undefined {
  const own = fields.object('given');
  if (!own) {
    return undefined;
  }
  const kind = own.text('kind');
  if (kind !== undefined && kind !== type.id) {
    throw new ProblemError(own.name('kind'), `is a model of ${shown(kind)}, not of "${type.id}"`);
  }
  const sigma = sigmaOf(own);
  const centre = own.number('centre') ?? 0;
  const model: ChartModel = {
    kind: type.id,
    centre,
    sigmaWithin: sigma ?? NaN,
    sigmaBetween: own.number('sigmaBetween') ?? 0,
    sigmaPlotted: own.number('sigmaPlotted'),
    subgroupSize: own.number('subgroupSize'),
    points: own.number('points') ?? 0,
    n: own.number('n') ?? 0,
    df: own.number('df') ?? NaN,
    method: own.text('method'),
    means: own.list('means'),
    covariance: covarianceOf(own),
    strata: readStrata(own, groups),
    phase: 2,
  };
  if (type.family === 'multivariate' ? !model.means || !model.covariance : !own.has('centre')) {
    throw new ProblemError(own.name(type.family === 'multivariate' ? 'means' : 'centre'), 'is missing');
  }
  if (type.family === 'multivariate') {
    refuseMisfit(own, model, data.columns ?? 1);
  }
  if (['streams', 'short-run'].includes(type.family) && !model.strata) {
    throw new ProblemError(own.name('strata'), 'is missing: the limits of each group');
  }
  refuseImpossibleCentre(own.name('centre'), type, centre);
  const needsSigma = !['attributes', 'rare-events', 'multivariate', 'run'].includes(type.family);
  if (needsSigma && sigma === undefined) {
    throw new ProblemError(own.name('sigma'), 'is missing');
  }
  if (type.id === 'g') {
    model.sigmaWithin = Math.sqrt(centre * (centre + 1));
  }
  return model;
}

/** A share lies in 0 … 1, a mean count is not negative. */
export function refuseImpossibleCentre(field: string, type: ChartType, centre: number): void {
  const most = ['p', 'np', 'laney-p'].includes(type.id) ? 1 : Infinity;
  if ((type.family === 'attributes' || type.id === 'g') && (centre < 0 || centre > most)) {
    throw new ProblemError(
      field,
      most === 1 ? `must be a share, 0 … 1, not ${centre}` : `must not be negative, not ${centre}`
    );
  }
}

/** Means and covariance must fit the variables of the rows. */
function refuseMisfit(own: Fields, { means = [], covariance = [] }: ChartModel, columns: number): void {
  if (means.length !== columns) {
    throw new ProblemError(own.name('means'), `must have one number a variable: ${columns}, not ${means.length}`);
  }
  if (covariance.length !== columns * columns) {
    throw new ProblemError(own.name('covariance'), `must be ${columns} rows of ${columns} numbers`);
  }
  const mirrored = covariance.every((v, i) => v === covariance[(i % columns) * columns + Math.floor(i / columns)]);
  if (!mirrored || !cholesky(covariance, columns)) {
    throw new ProblemError(own.name('covariance'), 'must be symmetric and positive definite');
  }
}

/** Rows of numbers, or the numbers of a model row by row. */
function covarianceOf(own: Fields): number[] | undefined {
  const list = own.list<number | number[]>('covariance');
  const isFlat = list?.every((entry) => typeof entry === 'number');
  list?.forEach((row, i) => {
    if (!isFlat && (typeof row === 'number' || row.length !== list.length)) {
      throw new ProblemError(`${own.name('covariance')}[${i}]`, `must be a list of ${list.length} numbers`);
    }
  });
  return list?.flat();
}

/** `given`, `baseline` or `stages`; at most one of them. */
export function readLimits(fields: Fields, type: ChartType, data: ChartData, groups: string[]): Limits {
  const count = pointCount(data);
  const model = givenModel(fields, type, data, groups);
  const range = fields.object('baseline');
  const stages = fields.indices('stages', Math.max(1, count));
  let baseline: Limits['baseline'];
  if (range) {
    baseline = { from: range.number('from') ?? 0, to: range.number('to') ?? count };
    if (baseline.to > count) {
      throw new ProblemError(range.name('to'), `must be at most ${count}, the number of points, not ${baseline.to}`);
    }
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
