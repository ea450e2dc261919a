import { acceptance } from '@cellthread/stats/capability/acceptance';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

export const acceptanceKind: ProblemKind = {
  id: 'acceptance',
  title: 'Guard-banded acceptance',
  answer(fields: Fields) {
    const spec = readSpec(fields)!;
    const uncertainty = fields.number('uncertainty')!;
    const factor = fields.number('factor');
    const own = fields.object('process');
    const process = own && { mean: own.number('mean')!, sigma: own.number('sigma')! };
    return plain({ kind: 'acceptance', ...acceptance(spec, uncertainty, factor, process) }) as Record<string, unknown>;
  },
};
