import { ruleSets as sets } from '@cellthread/vocabulary';
import { rules } from './ruleRegistry';
import { type Rule } from './types';

const ruleSets: readonly string[] = sets;

/** An own rule: k of n points beyond z·σ, on the same side unless said otherwise. */
export interface OwnRule {
  id?: string;
  k: number;
  n: number;
  beyond: number;
  sameSide?: boolean;
}

export type RuleChoice = string | OwnRule | Rule;

const byId = new Map(rules.map((rule) => [rule.id, rule]));

function own(choice: OwnRule): Rule {
  const { k, n, beyond, sameSide = true } = choice;
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 1 || n < k || n > 1000 || !(beyond >= 0)) {
    throw new Error(
      `a rule "k of n beyond z" needs whole 1 ≤ k ≤ n ≤ 1000 and beyond ≥ 0, not ${JSON.stringify(choice)}`
    );
  }
  const title = `${k} of ${n} points beyond ${beyond}σ${sameSide ? ', same side' : ''}`;
  const id = choice.id ?? `${k}of${n}-${beyond}s${sameSide ? '' : '-any'}`;
  return { id, set: 'custom', title, test: { shape: 'k-of-n', k, n, beyond, sameSide } };
}

/** Ids, names of sets and own rules → rules, each once, in the order given. Throws for an unknown name. */
export function resolveRules(choices: readonly RuleChoice[]): Rule[] {
  const found = new Map<string, Rule>();
  for (const choice of choices) {
    if (typeof choice !== 'string') {
      const rule = 'test' in choice ? choice : own(choice);
      found.set(rule.id, rule);
    } else if (ruleSets.includes(choice)) {
      for (const rule of rules) {
        if (rule.set === choice) {
          found.set(rule.id, rule);
        }
      }
    } else {
      const rule = byId.get(choice);
      if (!rule) {
        throw new Error(
          `unknown rule ${JSON.stringify(choice)}; sets: ${ruleSets.join(', ')}; rules: ${[...byId.keys()].join(', ')}`
        );
      }
      found.set(rule.id, rule);
    }
  }
  return [...found.values()];
}
