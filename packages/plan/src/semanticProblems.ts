import type { PlanFile } from './planFile';
import type { Problem } from './problem';
import { calendarRules } from './semantic/calendarRules';
import { chartRules } from './semantic/chartRules';
import { limitRules } from './semantic/limitRules';
import { modelRules } from './semantic/modelRules';
import { nameRules } from './semantic/nameRules';
import { referenceRules } from './semantic/referenceRules';
import { costRules } from './semantic/costRules';
import { routeRules } from './semantic/routeRules';
import type { SemanticRule } from './semantic/SemanticRule';
import { severalRules } from './semantic/severalRules';
import { siteRules } from './semantic/siteRules';
import { stratumRules } from './semantic/stratumRules';
import { typeRules } from './semantic/typeRules';
import { unitRules } from './semantic/unitRules';

const semanticRules: SemanticRule[] = [
  ...nameRules,
  ...referenceRules,
  ...typeRules,
  ...chartRules,
  ...limitRules,
  ...modelRules,
  ...unitRules,
  ...stratumRules,
  ...routeRules,
  ...costRules,
  ...severalRules,
  ...calendarRules,
  ...siteRules,
];

export function semanticProblems(file: PlanFile): Problem[] {
  return semanticRules.flatMap((rule) => rule(file));
}
