import { gaugeAnova } from '@cellthread/stats/gauge/gaugeAnova';
import { gaugeRange } from '@cellthread/stats/gauge/gaugeRange';
import { gaugeTable } from '@cellthread/stats/gauge/gaugeTable';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { ProblemError } from '../ProblemError';
import { plain } from '../toJson';

export const gaugeKind: ProblemKind = {
  id: 'gauge',
  title: 'Gauge R&R, crossed',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const parts = fields.labels('parts', values.length)!;
    const operators = fields.labels('operators', values.length)!;
    const method = fields.text('method') ?? 'anova';
    const tolerance = fields.number('tolerance');
    const alpha = fields.number('alpha');
    const spread = fields.number('spread');
    const table = gaugeTable(values, parts.ids, operators.ids);
    if (!table) {
      throw new ProblemError(
        'values',
        'every operator must measure every part equally often, with at least 2 parts, 2 operators and 2 trials'
      );
    }
    const study =
      method === 'anova' ? gaugeAnova(table, tolerance, alpha, spread) : gaugeRange(table, tolerance, spread);
    const warnings = study.components.total.sigma > 0 ? [] : ['all values are equal: no share can be given'];
    if (study.components.total.sigma > 0 && study.components.repeatability.sigma === 0) {
      warnings.push('no spread of repeated measurements: below the resolution of the gauge');
    }
    return plain({ kind: 'gauge', ...study, warnings }) as Record<string, unknown>;
  },
};
