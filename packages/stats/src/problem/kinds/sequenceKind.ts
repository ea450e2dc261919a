import { changePoint } from '../../tests/changePoint';
import { lagAutocorrelation } from '../../tests/lagAutocorrelation';
import { runsTest } from '../../tests/runsTest';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

/** What the order of the values says: autocorrelation, runs about the median, one change of the mean. */
export const sequenceKind: ProblemKind = {
  id: 'sequence',
  title: 'Order of values',
  answer(fields: Fields) {
    const values = fields.needNumbers('values');
    const lags = fields.whole('lags', 1, 10000) ?? 1;
    const confidence = fields.number('confidence', 0.5, 0.9999);
    const replicates = fields.whole('replicates', 99, 1e6);
    const seed = fields.whole('seed', 0, 4294967295);
    fields.refuseOthers();
    return plain({
      kind: 'sequence',
      autocorrelation: Array.from({ length: lags }, (_, i) => lagAutocorrelation(values, i + 1)),
      runs: runsTest(values),
      change: changePoint(values, { confidence, replicates, seed }),
    }) as Record<string, unknown>;
  },
};
