export { answerProblem } from './answerProblem';
export { differences, type Tolerance } from './differences';
export { ProblemError } from './fields';
export { type ProblemKind, problemKinds } from './kinds';
