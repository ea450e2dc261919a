import { type OwnRule, resolveRules, type RuleChoice } from '@cellthread/stats/rules/resolveRules';
import { type Rule } from '@cellthread/stats/rules/types';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';

type Stated = string | { [key in keyof OwnRule]: OwnRule[key] | null };

function choiceOf(stated: Stated, name: string): RuleChoice {
  if (typeof stated === 'string') {
    return stated;
  }
  const { id, k, n, beyond, sameSide } = stated as OwnRule;
  if (k > n) {
    throw new ProblemError(`${name}.k`, `must be at most n (${n}), not ${k}`);
  }
  return { id: id ?? undefined, k, n, beyond, sameSide: sameSide ?? undefined };
}

/** `rules`: ids, names of sets and own rules {k, n, beyond, sameSide}. */
export function readRules(fields: Fields, fallback: string[]): Rule[] {
  const list = fields.list<Stated>('rules') ?? fallback;
  return resolveRules(list.map((stated, i) => choiceOf(stated, `${fields.name('rules')}[${i}]`)));
}
