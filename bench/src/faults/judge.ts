import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { mustRun, root } from '@cellthread/install';
import { type Plan, planRows } from '@cellthread/plan';
import { type Records, type Stream } from './simulate';

/** Something that the judge tells of a stream. */
export interface Episode {
  what: 'level' | 'spread' | 'share' | 'k-of-n';
  against: string;
  route: string;
  characteristic: string;
  stream: Stream;
  /** Streams of which one departs, where nothing says which. */
  between?: Stream[];
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

/** What is judged: by which plan, and from when to when. Before `alikeMs` all runs measure the same. */
export interface Order {
  plan: Plan;
  fromMs: number;
  alikeMs: number;
  toMs: number;
  /** k of n is told as well. */
  several?: boolean;
}

/** A process that judges runs one after the other. */
export interface Judging {
  /**
   * Shows it the rows of stations, each in the order in which they were measured: what was to be told at the end of every window. The
   * first run is whole; of later ones it is shown what differs: of some stations what was measured from `alikeMs` on.
   * `limits`: so many times as far as the plan's.
   */
  tell(records: Records, limits?: number): Promise<Episode[]>;
  close(): void;
}

export function judging(program: string, { plan, ...order }: Order): Judging {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'pipe'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = textOf(child.stderr);
  const ended = new Promise<void>((resolve, reject) => child.once('close', () => resolve()).once('error', reject));
  child.stdin.on('error', () => undefined);
  const write = async (text: string) => {
    if (!child.stdin.write(text)) {
      await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
    }
  };
  const ordered = write(`${JSON.stringify({ plan: planRows(plan), ...order })}\n`);
  return {
    async tell(records, limits) {
      await ordered;
      for (const text of spelled(records)) {
        await write(text);
      }
      await write(`${JSON.stringify({ limits })}\n`);
      const told: Episode[] = [];
      for (let answer = await answers.next(); answer.value !== '{}'; answer = await answers.next()) {
        if (answer.done) {
          throw new Error(`The judge failed: ${(await failed).trim()}`);
        }
        told.push(JSON.parse(answer.value) as Episode);
      }
      return told;
    },
    close: () => child.stdin.end(),
  };
}

/** What is told of one run. */
export async function judge(program: string, records: Records, order: Omit<Order, 'alikeMs'>): Promise<Episode[]> {
  const one = judging(program, { ...order, alikeMs: order.toMs });
  const told = await one.tell(records);
  one.close();
  return told;
}

const LINES = 2000;

function* spelled(records: Records): Generator<string> {
  for (const [place, rows] of records) {
    const [line, station] = place.split(' ');
    yield `${JSON.stringify({ line, station })}\n`;
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
