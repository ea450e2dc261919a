import { rangeCdf, rangeQuantile } from '@cellthread/stats/constants/rangeDistribution';
import { betaCdf, betaQuantile } from '@cellthread/stats/special/beta';
import { chiSquareCdf } from '@cellthread/stats/special/chiSquare';
import { chiSquareQuantile } from '@cellthread/stats/special/chiSquareQuantile';
import { fCdf, fQuantile } from '@cellthread/stats/special/fDistribution';
import { normalCdf, normalQuantile, normalSf } from '@cellthread/stats/special/normal';
import { tQuantile, tSf } from '@cellthread/stats/special/studentT';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { ProblemError } from '../ProblemError';
import { plain } from '../toJson';

type Domain = [low: number, high: number];

const any: Domain = [-Infinity, Infinity];
const probability: Domain = [0, 1];
/** Beyond it quantiles of t and F leave the range of numbers. */
const tail: Domain = [1e-50, 1];
/** Degrees of freedom and shapes. */
const shape: Domain = [0.5, 1e5];
/** Ranges are integrated, not counted in their tails. */
const middle: Domain = [1e-6, 0.999999];
/** Sample size of a range. */
const size: Domain = [2, 1e5];

/** Functions by name with the domains of their arguments, so that every implementation can be held to one table. */
const functions: Record<string, [domains: Domain[], f: (...args: number[]) => number]> = {
  'normal-cdf': [[any], (z) => normalCdf(z!)],
  'normal-sf': [[any], (z) => normalSf(z!)],
  'normal-quantile': [[probability], (p) => normalQuantile(p!)],
  'chi-square-cdf': [[any, shape], (x, df) => chiSquareCdf(x!, df!)],
  'chi-square-sf': [[any, shape], (x, df) => chiSquareCdf(x!, df!, true)],
  'chi-square-quantile': [[probability, shape], (p, df) => chiSquareQuantile(p!, df!)],
  't-sf': [[any, shape], (t, df) => tSf(t!, df!)],
  't-quantile': [[tail, shape], (p, df) => tQuantile(p!, df!)],
  'f-sf': [[any, shape, shape], (f, d1, d2) => fCdf(f!, d1!, d2!, true)],
  'f-quantile': [[tail, shape, shape], (p, d1, d2) => fQuantile(p!, d1!, d2!)],
  'beta-cdf': [[any, shape, shape], (x, a, b) => betaCdf(x!, a!, b!)],
  'beta-quantile': [[tail, shape, shape], (p, a, b) => betaQuantile(p!, a!, b!)],
  'range-cdf': [[any, size], (w, n) => rangeCdf(w!, n!)],
  'range-quantile': [[middle, size], (p, n) => rangeQuantile(p!, n!)],
};

export const probabilityKind: ProblemKind = {
  id: 'probability',
  title: 'Distribution functions',
  answer(fields: Fields) {
    const args = fields.numbers('arguments')!;
    const [domains, f] = functions[fields.text('function')!]!;
    if (args.length !== domains.length) {
      throw new ProblemError(fields.name('arguments'), `must be ${domains.length}, not ${args.length}`);
    }
    domains.forEach(([low, high], i) => {
      const x = args[i]!;
      const field = `${fields.name('arguments')}[${i}]`;
      if (x < low || x > high) {
        throw new ProblemError(field, `must lie in ${low} … ${high}, not ${x}`);
      }
      if (domains[i] === size && !Number.isInteger(x)) {
        throw new ProblemError(field, `must be a whole number, not ${x}`);
      }
    });
    return plain({ kind: 'probability', value: f(...Array.from(args)) }) as Record<string, unknown>;
  },
};
