import { acceptance } from '@cellthread/stats/capability/acceptance';
import { type Fields, ProblemError } from '../fields';
import { type ProblemKind } from '../kinds';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

export const acceptanceKind: ProblemKind = {
  id: 'acceptance',
  title: 'Guard-banded acceptance',
  answer(fields: Fields) {
    const spec = readSpec(fields);
    const uncertainty = fields.needNumber('uncertainty', 0);
    const factor = fields.number('factor', -1, 1);
    const own = fields.object('process');
    const process = own && { mean: own.needNumber('mean'), sigma: own.needNumber('sigma', 0) };
    own?.refuseOthers();
    fields.refuseOthers();
    if (!spec) {
      throw new ProblemError('spec', 'is missing');
    }
    return plain({ kind: 'acceptance', ...acceptance(spec, uncertainty, factor, process) }) as Record<string, unknown>;
  },
};
