import { type Fields } from './fields';
import { ProblemError } from './ProblemError';

/** Steps of a test by permutation, or of autocorrelations, that a problem may cost: some seconds. */
const MOST_WORK = 2e8;
/** Replicates that nobody stated are cut to this many steps, but not below the fewest that give a p of 0.01. */
const EASY_WORK = 1e8;
const FEWEST = 99;

/** Refuses more steps than a problem may cost. */
export function refuseWork(field: string, each: number, count: number): void {
  if (each * count > MOST_WORK) {
    const most = Math.floor(MOST_WORK / count);
    throw new ProblemError(field, `${each} times ${count} values is too much; at most ${most} here`);
  }
}

/** `replicates` of a test on so many values: as stated, else `usual`, and fewer for many values; the answer says how many. */
export function readReplicates(fields: Fields, values: number, usual: number): number {
  const stated = fields.number('replicates');
  if (stated !== undefined) {
    refuseWork(fields.name('replicates'), stated, values);
    return stated;
  }
  return Math.max(FEWEST, Math.min(usual, Math.floor(EASY_WORK / Math.max(1, values))));
}
