import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustRun, root } from '@cellthread/install';
import { type Plan, planRows } from '@cellthread/plan';
import { type Row } from './simulate';

/** Something that the judge tells of a stream. */
export interface Episode {
  what: 'level' | 'spread' | 'share';
  against: string;
  route: string;
  characteristic: string;
  stream: { site: string; line: string; station: string; equipment: string; position: string; product: string };
  /** Of a lot's episode the one that it began with. */
  lot?: string;
  /** Where the windows begin that led to it, and when it was told. */
  sinceMs: number;
  firstMs: number;
  /** Absent while it lasts. */
  endMs?: number;
  side: number;
  /** In σ. */
  size: number;
}

/** The datasource's judge of windows: it sees rows as they come and tells what was to be told at the end of each. */
export class Judge {
  private constructor(private readonly program: string) {}

  /** Builds the program. */
  static async build(): Promise<Judge> {
    const program = path.join(mkdtempSync(path.join(tmpdir(), 'cellthread-judge-')), 'judge');
    const cwd = path.join(root, 'plugins/datasource/cells');
    await mustRun('go', ['build', '-o', program, './cmd/judge'], { cwd });
    return new Judge(program);
  }

  /** Judges rows in the order in which they were measured. */
  async watch(rows: readonly Row[], order: { plan: Plan; fromMs: number; toMs: number }): Promise<Episode[]> {
    const child = spawn(this.program, { stdio: ['pipe', 'pipe', 'pipe'] });
    const told = textOf(child.stdout);
    const failed = textOf(child.stderr);
    const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
    child.stdin.on('error', () => undefined);
    for (const text of spelled(rows, order)) {
      if (!child.stdin.write(text)) {
        await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
      }
    }
    child.stdin.end();
    if ((await ended) !== 0) {
      throw new Error(`The judge failed: ${(await failed).trim()}`);
    }
    return (await told)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Episode);
  }
}

const LINES = 2000;

function* spelled(
  rows: readonly Row[],
  { plan, ...order }: { plan: Plan; fromMs: number; toMs: number }
): Generator<string> {
  yield `${JSON.stringify({ plan: planRows(plan), ...order })}\n`;
  for (let i = 0; i < rows.length; i += LINES) {
    yield `${rows
      .slice(i, i + LINES)
      .map((row) => JSON.stringify(row))
      .join('\n')}\n`;
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
  }
  return text;
}
