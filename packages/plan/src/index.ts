export * from './types';
export type { PlanFile } from './planFile';
export { type Problem, PlanError, problemText } from './problem';
export { checkPlan, parsePlan } from './parsePlan';
export * from './reserved';
export { any, isStratumKey, stratumKeys, stratumText } from './stratum';
export { durationSeconds } from './duration';
export { vocabulary, type Word } from './vocabulary';
export { plottedSigma } from './resolveControlLimit';
