import { cholesky } from './linearAlgebra';
import { estimateMultivariate } from './multivariate';
import { type ChartData, type ChartOptions } from './types';

/** Why rows that would do for limits have none: their covariance cannot be inverted; null where that is not why. */
export function singularCovariance(data: ChartData, options: ChartOptions = {}): string | null {
  const found = estimateMultivariate(data, options.covariance === 'successive');
  return found && found.points >= found.means.length + 2 && !cholesky(found.covariance, found.means.length)
    ? 'the covariance is singular: a variable has no spread, or follows from the others'
    : null;
}
