import { chiSquareTest } from '../../tests/chiSquareTest';
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
      if (row.length !== rows[0]!.length || row.some((v) => v < 0)) {
        throw new ProblemError(
          `${fields.name('table')}[${i}]`,
          'must have as many counts as the first row, none below 0'
        );
      }
    });
    fields.refuseOthers();
    return plain({ kind: 'chi-square', ...(chiSquareTest(rows) ?? { chi2: null, df: null, p: null }) }) as Record<
      string,
      unknown
    >;
  },
};
