import { type ChartData } from '@cellthread/stats/charts/types';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';

/** `sizes` of counts: units inspected, one number for all or one a point. */
export function readSizes(fields: Fields, count: number): Float64Array | undefined {
  const given = fields.get('sizes');
  const sizes = typeof given === 'number' ? new Float64Array(count).fill(given) : fields.numbers('sizes');
  if (sizes && sizes.length !== count) {
    throw new ProblemError(fields.name('sizes'), `must have one entry a count: ${count}, not ${sizes.length}`);
  }
  return sizes;
}

/** Defective units are no more than were inspected, and nothing is found in nothing. */
export function refuseImpossibleCounts(name: string, { values, sizes }: ChartData, binomial: boolean): void {
  values.forEach((count, i) => {
    const size = sizes?.[i];
    if (count > 0 && (binomial ? count > size! : size === 0)) {
      throw new ProblemError(`${name}[${i}]`, `${count} is not a count out of ${size}`);
    }
  });
}
