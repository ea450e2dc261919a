import { changePoint } from '@cellthread/stats/tests/changePoint';
import { lagAutocorrelation } from '@cellthread/stats/tests/lagAutocorrelation';
import { runsTest } from '@cellthread/stats/tests/runsTest';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readReplicates, refuseWork } from '../readReplicates';
import { plain } from '../toJson';

/** What the order of the values says: autocorrelation, runs about the median, one change of the mean. */
export const sequenceKind: ProblemKind = {
  id: 'sequence',
  title: 'Order of values',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const lags = fields.number('lags') ?? 1;
    const confidence = fields.number('confidence');
    const replicates = readReplicates(fields, values.length, 999);
    const seed = fields.number('seed');
    refuseWork(fields.name('lags'), lags, values.length);
    const autocorrelation = Array.from({ length: lags }, (_, i) => lagAutocorrelation(values, i + 1));
    const runs = runsTest(values);
    const change = changePoint(values, { confidence, replicates, seed });
    const warnings = [
      ...(autocorrelation.includes(null) ? ['autocorrelation needs spread, and pairs at every lag'] : []),
      ...(runs ? [] : ['the runs test needs values on both sides of the median']),
      ...(change ? [] : ['a change needs four values with some spread']),
    ];
    return plain({ kind: 'sequence', autocorrelation, runs, change, warnings }) as Record<string, unknown>;
  },
};
