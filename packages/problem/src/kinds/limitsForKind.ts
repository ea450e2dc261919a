import {
  arlForBudget,
  cusumLimitFor,
  ewmaLimitFor,
  ewmaShewhartLimitsFor,
  shewhartLimitFor,
} from '@cellthread/stats/arl/limitsFor';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { ProblemError } from '../ProblemError';
import { plain } from '../toJson';

/** Limits for a wanted run length: `arl0`, or points and signals a period (the alarm budget). */
export const limitsForKind: ProblemKind = {
  id: 'limits-for',
  title: 'Limits for an alarm budget',
  answer(fields: Fields) {
    const points = fields.number('points');
    const budget = fields.number('budget');
    if (fields.has('arl0') && (fields.has('points') || fields.has('budget'))) {
      throw new ProblemError('arl0', 'give either arl0, or points and budget');
    }
    if (fields.has('points') !== fields.has('budget')) {
      throw new ProblemError(
        fields.has('points') ? 'budget' : 'points',
        'is missing: points and budget lead to a run length'
      );
    }
    const lambda = fields.number('lambda') ?? 0.2;
    const k = fields.number('k') ?? 0.5;
    const arl0 = fields.number('arl0') ?? (points && budget ? arlForBudget(points, budget) : undefined);
    if (arl0 === undefined || arl0 < 2 || arl0 > 1e7) {
      throw new ProblemError('arl0', 'must lie in 2 … 1e7 (or give points and budget that lead there)');
    }
    const ewma = ewmaLimitFor(arl0, lambda);
    const both = ewmaShewhartLimitsFor(arl0, lambda);
    const h = cusumLimitFor(arl0, k);
    const none = (name: string): string =>
      `no ${name} limit has this run length: even without one runs are longer, or too short`;
    return plain({
      kind: 'limits-for',
      arl0,
      shewhart: { width: shewhartLimitFor(arl0) },
      ewma: { lambda, width: ewma },
      ewmaShewhart: { lambda, ...both },
      cusum: { k, h },
      warnings: [
        ...(ewma === null ? [none('EWMA')] : []),
        ...(both.width === null ? [none('EWMA with Shewhart')] : []),
        ...(h === null ? [none('CUSUM')] : []),
      ],
    }) as Record<string, unknown>;
  },
};
