import { grubbs } from '../../tests/grubbs';
import { medianOutliers } from '../../tests/medianOutliers';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

export const outliersKind: ProblemKind = {
  id: 'outliers',
  title: 'Outliers',
  answer(fields: Fields) {
    const values = fields.needNumbers('values');
    const alpha = fields.number('alpha', 1e-12, 0.5);
    fields.refuseOthers();
    const answer = { kind: 'outliers', grubbs: grubbs(values, alpha), median: medianOutliers(values) };
    return plain(answer) as Record<string, unknown>;
  },
};
