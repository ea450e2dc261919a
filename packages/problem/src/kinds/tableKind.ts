import { chiSquareTest } from '@cellthread/stats/tests/chiSquareTest';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { ProblemError } from '../ProblemError';
import { plain } from '../toJson';

export const tableKind: ProblemKind = {
  id: 'chi-square',
  title: 'Table of counts',
  answer(fields: Fields) {
    const rows = fields.list<number[]>('table')!;
    rows.forEach((row, i) => {
      if (row.length !== rows[0]!.length) {
        const counts = `${rows[0]!.length} like the first row, not ${row.length}`;
        throw new ProblemError(`${fields.name('table')}[${i}]`, `must have as many counts: ${counts}`);
      }
    });
    const found = chiSquareTest(rows);
    const warnings: string[] = [];
    if (!found) {
      warnings.push('needs counts above 0 in two rows and two columns');
    } else {
      if (found.df < (rows.length - 1) * (rows[0]!.length - 1)) {
        warnings.push('rows and columns without counts are left out');
      }
      if (found.smallestExpected < 5) {
        warnings.push('an expected count is below 5: the approximation is poor');
      }
    }
    const answer = { kind: 'chi-square', ...(found ?? { chi2: null, df: null, p: null }), warnings };
    return plain(answer) as Record<string, unknown>;
  },
};
