import { answerProblem, ProblemError } from '@cellthread/stats';

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
    throw error;
  }
}
