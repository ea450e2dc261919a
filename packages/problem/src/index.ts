export { answerProblem } from './answerProblem';
export { differences, type Tolerance } from './differences';
export { ProblemError } from './ProblemError';
export { type ProblemKind, problemKinds } from './kinds';
