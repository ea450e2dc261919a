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
  /** In σ, the most while it lasted. */
  size: number;
}

/** Builds the datasource's judge of windows; gives the program. */
export async function buildJudge(): Promise<string> {
  const program = path.join(mkdtempSync(path.join(tmpdir(), 'cellthread-judge-')), 'judge');
  const cwd = path.join(root, 'plugins/datasource/cells');
  await mustRun('go', ['build', '-o', program, './cmd/judge'], { cwd });
  return program;
}

/** What is judged: by which plan, and from when to when. */
export interface Order {
  plan: Plan;
  fromMs: number;
  toMs: number;
}

/** Shows the judge the rows of stations, each in the order in which they were measured: what was to be told at the end of every window. */
export async function judge(program: string, records: Iterable<readonly Row[]>, order: Order): Promise<Episode[]> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'pipe'] });
  const told = textOf(child.stdout);
  const failed = textOf(child.stderr);
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  child.stdin.on('error', () => undefined);
  for (const text of spelled(records, order)) {
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

const LINES = 2000;

function* spelled(records: Iterable<readonly Row[]>, { plan, ...order }: Order): Generator<string> {
  yield `${JSON.stringify({ plan: planRows(plan), ...order })}\n`;
  for (const rows of records) {
    for (let i = 0; i < rows.length; i += LINES) {
      yield `${rows
        .slice(i, i + LINES)
        .map(({ text }) => text)
        .join('\n')}\n`;
    }
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
  }
  return text;
}
