import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@cellthread/install';
import { answerLine } from '../answerLine';
import { disagreements, largestNumber } from './disagreements';
import { randomProblem } from './randomProblem';

export interface Comparison {
  problems: number;
  /** Problems that both commands refuse, with the same sentence. */
  refused: number;
  /** One sentence a difference, with the seed of its problem. */
  differences: string[];
}

const goModule = join(root, 'plugins/datasource/cells');

/** Answers of the Go command, one a line. */
function goAnswers(lines: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cellthread-spc-'));
  try {
    const binary = join(folder, 'spc');
    execFileSync('go', ['build', '-o', binary, './cmd/spc'], { cwd: goModule });
    const { stdout, stderr, status } = spawnSync(binary, ['--lines'], {
      input: lines,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) {
      throw new Error(`the Go command ended with ${status}: ${stderr}`);
    }
    return stdout.trimEnd().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Asks both commands the problems that are made of the seeds [from, from + count), and compares their answers. */
export function compareCommands(
  from: number,
  count: number,
  make: (seed: number) => object = randomProblem
): Comparison {
  const problems = Array.from({ length: count }, (_, i) => JSON.stringify(make(from + i)));
  const theirs = goAnswers(problems.join('\n'));
  const comparison: Comparison = { problems: count, refused: 0, differences: [] };
  problems.forEach((text, i) => {
    const problem = JSON.parse(text) as { kind: string };
    const ours = JSON.parse(answerLine(text)) as { error?: string };
    const other = JSON.parse(theirs[i] ?? 'null') as unknown;
    const found = disagreements(ours, other, largestNumber(problem));
    comparison.refused += ours.error !== undefined && found.length === 0 ? 1 : 0;
    comparison.differences.push(...found.slice(0, 5).map((d) => `problem ${from + i} (${problem.kind}) ${d}`));
  });
  return comparison;
}
