import { type Plan } from '@cellthread/plan';
import { datasourceRules } from './datasourceRules';
import { ingestRules } from './ingestRules';
import { outOfControlRules } from './outOfControlRules';
import { outOfSpecRules } from './outOfSpecRules';
import { recordRules } from './recordRules';
import { rejectedRules } from './rejectedRules';
import { type RuleGroup } from './rule';
import { silentRules } from './silentRules';
import { unprovenRules } from './unprovenRules';

/** Every kind of rule there is; a kind is a function from the plan to its groups. */
const kinds: Array<(plan: Plan) => RuleGroup[]> = [
  outOfSpecRules,
  unprovenRules,
  outOfControlRules,
  silentRules,
  recordRules,
  rejectedRules,
  ingestRules,
];

/** All rule groups of a plan, in a stable order. */
export function ruleGroups(plan: Plan): RuleGroup[] {
  const groups = kinds.flatMap((kind) => kind(plan));
  return [...groups, ...datasourceRules(plan, groups)];
}
