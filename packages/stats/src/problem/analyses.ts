import { capabilityKind } from './kinds/capabilityKind';
import { constantsKind } from './kinds/constantsKind';
import { rulesKind } from './kinds/rulesKind';
import { type ProblemKind } from './kinds';

/** Registry of the analyses that are not charts. */
export const analyses: readonly ProblemKind[] = [capabilityKind, constantsKind, rulesKind];
