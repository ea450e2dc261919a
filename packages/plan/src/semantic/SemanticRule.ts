import type { PlanFile } from '../planFile';
import type { Problem } from '../problem';

/** A rule that a schema cannot say. */
export type SemanticRule = (file: PlanFile) => Problem[];
