import { type Plan } from '@cellthread/plan';
import { type FoundSignal, foundSignals, cellSignals } from '@cellthread/vocabulary';
import { heldRules } from './heldRules';
import { outOfSpecRules } from './outOfSpecRules';
import { datasourceRules } from './people/datasourceRules';
import { plantRules } from './people/plantRules';
import { plantTexts } from './people/plantTexts';
import { processRules } from './people/processRules';
import { safetyRules } from './people/safetyRules';
import { silentRules } from './people/silentRules';
import { type RuleGroup } from './rule';

/** Rules that command the line. */
const commanding: Array<(plan: Plan) => RuleGroup[]> = [outOfSpecRules, heldRules];

/** Rules that tell people, one row a cause. */
const telling: Array<(plan: Plan) => RuleGroup[]> = [safetyRules, processRules, silentRules];

/** All rule groups of a plan, in a stable order: every kind that the data source finds is asked for by one of them. */
export function ruleGroups(plan: Plan): RuleGroup[] {
  const told = telling.flatMap((kind) => kind(plan));
  const groups = [...commanding.flatMap((kind) => kind(plan)), ...told, ...plantRules(plan, rest(plan, told))].filter(
    ({ rules }) => rules.length > 0
  );
  return [...groups, ...datasourceRules(plan, groups)];
}

/** Kinds that no rule above tells people of; of those of single cells only what has a text of its own. */
function rest(plan: Plan, told: readonly RuleGroup[]): FoundSignal[] {
  const asked = new Set<string>(told.flatMap(({ rules }) => rules.flatMap(({ query }) => query.kinds ?? [])));
  const texts = plantTexts(plan);
  return foundSignals.filter(
    (kind) =>
      kind !== 'unread' && !asked.has(kind) && (kind in texts || !(cellSignals as readonly string[]).includes(kind))
  );
}
