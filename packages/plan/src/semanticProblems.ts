import type { PlanFile } from './planFile';
import type { Problem } from './problem';
import { limitRules } from './semantic/limitRules';
import { nameRules } from './semantic/nameRules';
import { referenceRules } from './semantic/referenceRules';
import type { SemanticRule } from './semantic/SemanticRule';
import { siteRules } from './semantic/siteRules';
import { typeRules } from './semantic/typeRules';

export const semanticRules: SemanticRule[] = [
  ...nameRules,
  ...referenceRules,
  ...typeRules,
  ...limitRules,
  ...siteRules,
];

export function semanticProblems(file: PlanFile): Problem[] {
  return semanticRules.flatMap((rule) => rule(file));
}
