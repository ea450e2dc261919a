import { readFileSync } from 'node:fs';
import { answerProblem, ProblemError } from '@cellthread/problem';
import { answerLine } from './answerLine';

/** One JSON problem on standard input, one JSON answer on standard output; exit 2 and a sentence for a bad problem, 1 for a fault. */
function answerOne(text: string): number {
  let problem: unknown;
  try {
    problem = JSON.parse(text);
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
    process.stderr.write(
      `spc: the problem could not be answered, by a fault of this program: ${(error as Error).message}\n`
    );
    return 1;
  }
}

/** With `--lines` every line is a problem of its own, answered by a line; a bad one by `{"error": sentence}`. */
function main(args: string[]): number {
  if (args.length === 0) {
    return answerOne(readFileSync(0, 'utf8'));
  }
  if (args.length > 1 || args[0] !== '--lines') {
    process.stderr.write('spc: the only option is --lines; the problem comes on standard input\n');
    return 2;
  }
  for (const line of readFileSync(0, 'utf8').split('\n')) {
    if (line.trim() !== '') {
      process.stdout.write(`${answerLine(line)}\n`);
    }
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
