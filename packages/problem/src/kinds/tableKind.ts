import { chiSquareTest } from '@cellthread/stats/tests/chiSquareTest';
import { numbersOf, type Fields, ProblemError } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

export const tableKind: ProblemKind = {
  id: 'chi-square',
  title: 'Table of counts',
  answer(fields: Fields) {
    const rows = fields.needed('table', fields.list('table')).map((row, i) => {
      if (!Array.isArray(row)) {
        throw new ProblemError(`${fields.name('table')}[${i}]`, 'must be a list of counts');
      }
      return Array.from(numbersOf(row, `${fields.name('table')}[${i}]`, false));
    });
    rows.forEach((row, i) => {
      if (row.length !== rows[0]!.length || row.some((v) => v < 0 || !Number.isInteger(v))) {
        throw new ProblemError(
          `${fields.name('table')}[${i}]`,
          'must have as many counts as the first row, whole ones and none below 0'
        );
      }
    });
    fields.refuseOthers();
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
