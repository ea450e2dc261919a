import { grubbs } from '@cellthread/stats/tests/grubbs';
import { medianOutliers } from '@cellthread/stats/tests/medianOutliers';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

export const outliersKind: ProblemKind = {
  id: 'outliers',
  title: 'Outliers',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const alpha = fields.number('alpha');
    const single = grubbs(values, alpha);
    const median = medianOutliers(values);
    const warnings = single ? [] : ["Grubbs' test needs three values with some spread"];
    if (!median) {
      warnings.push('no values');
    } else if (median.mad === 0 && median.outliers.length > 0) {
      warnings.push('more than half of the values are equal: every other one is beyond their median deviation of 0');
    }
    return plain({ kind: 'outliers', grubbs: single, median, warnings }) as Record<string, unknown>;
  },
};
