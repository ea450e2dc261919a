import { type ChartOptions } from '@cellthread/stats/charts/types';
import { sigmaEstimators, subgroupSigma } from '@cellthread/stats/sigma/sigmaEstimators';
import { type Fields, ProblemError } from './fields';

/** How σ within is estimated. */
export function readSigma(fields: Fields, field = 'sigma'): ChartOptions['sigma'] {
  return fields.choice(
    field,
    sigmaEstimators.map((e) => e.id)
  );
}

/** Options of a chart; they stand beside the data in the problem. */
export function readOptions(fields: Fields): ChartOptions {
  return {
    sigma: readSigma(fields),
    width: fields.number('width', 0.1, 100),
    span: fields.whole('span', 2, 1000),
    limits: fields.choice('limitForm', ['sigma', 'probability'] as const),
    between: fields.boolean('between'),
    lambda: fields.number('lambda', 1e-6, 1),
    k: fields.number('k', 0, 100),
    h: fields.number('h', 0.01, 1000),
    headStart: fields.number('headStart', 0, 1),
    target: fields.number('centre'),
    alpha: fields.number('alpha', 1e-12, 0.5),
    limit: fields.number('limit', 0.01),
    steady: fields.boolean('steady'),
    shewhart: fields.number('shewhart', 0.1, 100),
    minN: fields.whole('minN', 1),
    standardised: fields.boolean('standardised'),
    shortRunSigma: fields.choice('shortRunSigma', ['by-part', 'constant'] as const),
    underdispersion: fields.boolean('underdispersion'),
    covariance: fields.choice('covariance', ['sample', 'successive'] as const),
  };
}

/** R̄, S̄ and the pooled s need subgroups. */
export function refuseSigmaOfSubgroups(fields: Fields, sigma: ChartOptions['sigma'], subgroups: boolean): void {
  if (!subgroups && sigma && subgroupSigma.includes(sigma)) {
    throw new ProblemError(fields.name('sigma'), `"${sigma}" needs subgroups (or values with sizes)`);
  }
}
