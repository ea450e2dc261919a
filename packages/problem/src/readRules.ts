import { resolveRules, type RuleChoice } from '@cellthread/stats/rules/resolveRules';
import { type Rule } from '@cellthread/stats/rules/types';
import { Fields, ProblemError } from './fields';

/** `rules`: ids, names of sets and own rules {k, n, beyond, sameSide}. */
export function readRules(fields: Fields, fallback: RuleChoice[]): Rule[] {
  const list = fields.list('rules') ?? fallback;
  const choices = list.map((entry, i): RuleChoice => {
    if (typeof entry === 'string') {
      return entry;
    }
    const own = Fields.of(entry, `${fields.name('rules')}[${i}]`);
    const rule = {
      id: own.text('id'),
      k: own.needWhole('k', 1, 1000),
      n: own.needWhole('n', 1, 1000),
      beyond: own.needNumber('beyond', 0, 100),
      sameSide: own.boolean('sameSide'),
    };
    own.refuseOthers();
    return rule;
  });
  try {
    return resolveRules(choices);
  } catch (error) {
    throw new ProblemError(fields.name('rules'), (error as Error).message);
  }
}
