import { chartConstants } from '@cellthread/stats/constants/chartConstants';
import { rangeQuantile } from '@cellthread/stats/constants/rangeDistribution';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';

export const constantsKind: ProblemKind = {
  id: 'constants',
  title: 'Control chart constants',
  answer(fields: Fields) {
    const n = fields.number('n')!;
    const width = fields.number('width') ?? 3;
    // d₄ is the median of the range in σ, as the median moving range needs it.
    return { kind: 'constants', ...chartConstants(n, width), d4: rangeQuantile(0.5, n) };
  },
};
