import { Fields, type Json } from './fields';
import { problemKinds } from './kinds';
import { refuseMisshapen } from './schema/refuseMisshapen';

/** Answers one JSON problem. Throws a ProblemError that names the field for anything that cannot be answered. */
export function answerProblem(problem: unknown): Record<string, unknown> {
  refuseMisshapen(problem);
  const fields = new Fields(problem as Json);
  return problemKinds.find(({ id }) => id === fields.text('kind'))!.answer(fields);
}
