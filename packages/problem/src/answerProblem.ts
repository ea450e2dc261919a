import { Fields, ProblemError, shown } from './fields';
import { problemKinds } from './kinds';

/** Answers one JSON problem. Throws a ProblemError that names the field for anything that cannot be answered. */
export function answerProblem(problem: unknown): Record<string, unknown> {
  const fields = Fields.of(problem, '');
  const id = fields.needed('kind', fields.text('kind'));
  const kind = problemKinds.find((k) => k.id === id);
  if (!kind) {
    throw new ProblemError('kind', `${shown(id)} is unknown; known: ${problemKinds.map((k) => k.id).join(', ')}`);
  }
  // A name is allowed for the user's own order.
  fields.get('name');
  return kind.answer(fields);
}
