import { type ChartOptions } from '@cellthread/stats/charts/types';
import { subgroupSigma } from '@cellthread/stats/sigma/sigmaEstimators';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';

/** Options of a chart; they stand beside the data in the problem. */
export function readOptions(fields: Fields): ChartOptions {
  return {
    sigma: fields.text('sigma'),
    width: fields.number('width'),
    span: fields.number('span'),
    limits: fields.text('limitForm'),
    between: fields.boolean('between'),
    lambda: fields.number('lambda'),
    k: fields.number('k'),
    h: fields.number('h'),
    headStart: fields.number('headStart'),
    target: fields.number('centre'),
    alpha: fields.number('alpha'),
    limit: fields.number('limit'),
    steady: fields.boolean('steady'),
    shewhart: fields.number('shewhart'),
    minN: fields.number('minN'),
    standardised: fields.boolean('standardised'),
    shortRunSigma: fields.text('shortRunSigma'),
    underdispersion: fields.boolean('underdispersion'),
    covariance: fields.text('covariance'),
  };
}

/** R̄, S̄ and the pooled s need subgroups. */
export function refuseSigmaOfSubgroups(fields: Fields, sigma: ChartOptions['sigma'], subgroups: boolean): void {
  if (!subgroups && sigma && subgroupSigma.includes(sigma)) {
    throw new ProblemError(fields.name('sigma'), `"${sigma}" needs subgroups (or values with sizes)`);
  }
}
