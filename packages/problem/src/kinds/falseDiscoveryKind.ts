import { benjaminiHochberg } from '@cellthread/stats/tests/benjaminiHochberg';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

export const falseDiscoveryKind: ProblemKind = {
  id: 'false-discovery',
  title: 'False discovery rate',
  answer(fields: Fields) {
    const p = fields.numbers('p')!;
    return plain({ kind: 'false-discovery', q: benjaminiHochberg(p) }) as Record<string, unknown>;
  },
};
