import { benjaminiHochberg } from '@cellthread/stats/tests/benjaminiHochberg';
import { type Fields, ProblemError } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

export const falseDiscoveryKind: ProblemKind = {
  id: 'false-discovery',
  title: 'False discovery rate',
  answer(fields: Fields) {
    const p = fields.needNumbers('p');
    fields.refuseOthers();
    p.forEach((v, i) => {
      if (v < 0 || v > 1) {
        throw new ProblemError(`p[${i}]`, `must lie in 0 … 1, not ${v}`);
      }
    });
    return plain({ kind: 'false-discovery', q: benjaminiHochberg(p) }) as Record<string, unknown>;
  },
};
