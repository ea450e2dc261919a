import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerProblem } from './answerProblem';
import { differences } from './differences';
import { ProblemError } from './ProblemError';

interface CorpusCase {
  name: string;
  input: unknown;
  expected: unknown;
  tolerance: { relative: number; absolute: number };
  origin: string;
}

const folder = join(__dirname, '../../stats/corpus');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** The answer, or the complaint as the command gives it with `--lines`. */
function answerOf(input: unknown): unknown {
  try {
    return answerProblem(input);
  } catch (error) {
    if (error instanceof ProblemError) {
      return { error: error.message };
    }
    throw error;
  }
}

test('the corpus is there', () => {
  expect(files.length).toBeGreaterThan(5);
});

describe.each(files)('%s', (file) => {
  const cases = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CorpusCase[];
  test.each(cases.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    expect(c.origin).toBeTruthy();
    expect(differences(answerOf(c.input), c.expected, c.tolerance)).toEqual([]);
  });
});
