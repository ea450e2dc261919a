import { readFileSync } from 'node:fs';
import { answerProblem, ProblemError } from '@cellthread/stats';

/** One JSON problem on standard input, one JSON answer on standard output; exit 2 and a sentence for a bad problem. */
function main(): number {
  let problem: unknown;
  try {
    problem = JSON.parse(readFileSync(0, 'utf8'));
  } catch (error) {
    process.stderr.write(`spc: standard input is not JSON: ${(error as Error).message}\n`);
    return 2;
  }
  try {
    process.stdout.write(`${JSON.stringify(answerProblem(problem))}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ProblemError) {
      process.stderr.write(`spc: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

process.exitCode = main();
