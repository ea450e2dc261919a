import { LONGEST_WINDOW } from '../../arl/ruleSteppers';
import { runLength } from '../../arl/runLength';
import { LONGEST_RUN } from '../../arl/simulateRunLength';
import { type Fields, ProblemError } from '../fields';
import { type ProblemKind } from '../kinds';
import { readRules } from '../readRules';
import { plain } from '../toJson';

/** Mean run length of any rules, EWMA and CUSUM together; with `baseline` the effect of limits from so many points. */
export const runLengthKind: ProblemKind = {
  id: 'run-length',
  title: 'Run length',
  answer(fields: Fields) {
    const rules = readRules(fields, []);
    const e = fields.object('ewma');
    const c = fields.object('cusum');
    const ewma = e && { lambda: e.number('lambda', 1e-3, 1) ?? 0.2, width: e.number('width', 0.1, 10) ?? 3 };
    const cusum = c && {
      k: c.number('k', 0, 10) ?? 0.5,
      h: c.number('h', 0.01, 50) ?? 5,
      headStart: c.number('headStart', 0, 1) ?? 0,
    };
    e?.refuseOthers();
    c?.refuseOthers();
    const limit = fields.number('width', 0.1, 10);
    const baseline = fields.whole('baseline', 2, 1e6);
    const options = {
      rules,
      ewma,
      cusum,
      limit,
      baseline,
      shift: fields.number('shift', -20, 20),
      replicates: fields.whole('replicates', 100, 1e7),
      seed: fields.whole('seed', 0, 4294967295),
    };
    fields.refuseOthers();
    if (rules.length === 0 && !ewma && !cusum) {
      fields.needed('rules', undefined);
    }
    rules.forEach(({ test }) => {
      if (test.shape === 'k-of-n' && test.n > LONGEST_WINDOW) {
        throw new ProblemError('rules', `run lengths of "k of n" need n ≤ ${LONGEST_WINDOW}, not ${test.n}`);
      }
    });
    const { cut, ...found } = runLength(options);
    const warnings = cut > 0 ? [`${cut} runs were cut at ${LONGEST_RUN} points: the figure is a lower bound`] : [];
    return plain({ kind: 'run-length', ...found, warnings }) as Record<string, unknown>;
  },
};
