import { answerProblem, ProblemError } from '@cellthread/problem';

/** Answers the JSON problem of one line with one line; what cannot be answered becomes `{"error": sentence}`. */
export function answerLine(line: string): string {
  let problem: unknown;
  try {
    problem = JSON.parse(line);
  } catch (error) {
    return JSON.stringify({ error: `standard input is not JSON: ${(error as Error).message}` });
  }
  try {
    return JSON.stringify(answerProblem(problem));
  } catch (error) {
    if (error instanceof ProblemError) {
      return JSON.stringify({ error: error.message });
    }
    // A fault of the arithmetic costs its own line, not the ones after it.
    const reason = (error as Error).message;
    return JSON.stringify({ error: `the problem could not be answered, by a fault of this program: ${reason}` });
  }
}
