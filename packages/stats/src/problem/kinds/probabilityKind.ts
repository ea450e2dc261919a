import { rangeCdf, rangeQuantile } from '../../constants/rangeDistribution';
import { betaCdf, betaQuantile } from '../../special/beta';
import { chiSquareCdf } from '../../special/chiSquare';
import { chiSquareQuantile } from '../../special/chiSquareQuantile';
import { fCdf, fQuantile } from '../../special/fDistribution';
import { normalCdf, normalQuantile, normalSf } from '../../special/normal';
import { tQuantile, tSf } from '../../special/studentT';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

/** Functions by name with the number of their arguments, so that every implementation can be held to one table. */
const functions: Record<string, [count: number, f: (...args: number[]) => number]> = {
  'normal-cdf': [1, (z) => normalCdf(z!)],
  'normal-sf': [1, (z) => normalSf(z!)],
  'normal-quantile': [1, (p) => normalQuantile(p!)],
  'chi-square-cdf': [2, (x, df) => chiSquareCdf(x!, df!)],
  'chi-square-sf': [2, (x, df) => chiSquareCdf(x!, df!, true)],
  'chi-square-quantile': [2, (p, df) => chiSquareQuantile(p!, df!)],
  't-sf': [2, (t, df) => tSf(t!, df!)],
  't-quantile': [2, (p, df) => tQuantile(p!, df!)],
  'f-sf': [3, (f, d1, d2) => fCdf(f!, d1!, d2!, true)],
  'f-quantile': [3, (p, d1, d2) => fQuantile(p!, d1!, d2!)],
  'beta-cdf': [3, (x, a, b) => betaCdf(x!, a!, b!)],
  'beta-quantile': [3, (p, a, b) => betaQuantile(p!, a!, b!)],
  'range-cdf': [2, (w, n) => rangeCdf(w!, n!)],
  'range-quantile': [2, (p, n) => rangeQuantile(p!, n!)],
};

export const probabilityKind: ProblemKind = {
  id: 'probability',
  title: 'Distribution functions',
  answer(fields: Fields) {
    const name = fields.needed('function', fields.choice('function', Object.keys(functions)));
    const args = fields.needNumbers('arguments', false);
    const [count, f] = functions[name]!;
    fields.needed('arguments', args.length === count ? args : undefined);
    fields.refuseOthers();
    return plain({ kind: 'probability', value: f(...Array.from(args)) }) as Record<string, unknown>;
  },
};
