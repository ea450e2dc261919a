import type { PlanFile } from './planFile';
import type { Problem } from './problem';
import { limitRules } from './semantic/limitRules';
import { nameRules } from './semantic/nameRules';
import { referenceRules } from './semantic/referenceRules';
import { siteRules } from './semantic/siteRules';

/** A rule that a schema cannot say. */
export type SemanticRule = (file: PlanFile) => Problem[];

export const semanticRules: SemanticRule[] = [...nameRules, ...referenceRules, ...limitRules, ...siteRules];

export function semanticProblems(file: PlanFile): Problem[] {
  return semanticRules.flatMap((rule) => rule(file));
}
