import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '@cellthread/install';
import { differences, type Tolerance } from '@cellthread/problem';

interface CorpusCase {
  input: unknown;
  expected: unknown;
  tolerance: Tolerance;
}

export interface CorpusPasses {
  cases: number;
  /** Single figures that the cases pin. */
  figures: number;
  typescript: number;
  go: number;
}

const folder = path.join(root, 'packages/stats/corpus');

/** Cases of the corpus, and how many of them each language's command answers as expected. */
export async function corpusPasses(): Promise<CorpusPasses> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const cases = texts.flatMap((text) => JSON.parse(text) as CorpusCase[]);
  const lines = cases.map(({ input }) => JSON.stringify(input)).join('\n');
  const passes = (answers: string) => {
    const list = answers.trimEnd().split('\n');
    return cases.filter((c, i) => {
      const answer = JSON.parse(list[i] ?? 'null') as unknown;
      return differences(answer, c.expected, c.tolerance).length === 0;
    }).length;
  };
  const typescript = passes(
    await answersOf(process.execPath, ['--import', 'tsx', 'tools/spc/src/main.ts', '--lines'], lines)
  );
  const temporary = await mkdtemp(path.join(tmpdir(), 'cellthread-corpus-'));
  try {
    const binary = path.join(temporary, 'spc');
    await answersOf('go', ['build', '-o', binary, './cmd/spc'], '', path.join(root, 'plugins/datasource/cells'));
    const go = passes(await answersOf(binary, ['--lines'], lines));
    return { cases: cases.length, figures: count(cases.map((c) => c.expected)), typescript, go };
  } finally {
    await rm(temporary, { recursive: true });
  }
}

function answersOf(command: string, args: string[], input: string, cwd = root): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { cwd, maxBuffer: 2 ** 30 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout)
    );
    child.stdin!.end(input);
  });
}

function count(expected: unknown): number {
  if (expected === null || typeof expected !== 'object') {
    return 1;
  }
  return Object.values(expected).reduce((sum: number, e) => sum + count(e), 0);
}
