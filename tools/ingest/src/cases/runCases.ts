import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { asLine, type Message, readMessages } from './messages';
import { throughTelegraf } from './throughTelegraf';

const folder = path.join(root, 'telegraf/testcases');

/** When the first message of every case arrives, in ns. */
const ARRIVAL = 1768478400000000000n;

export interface CaseResult {
  name: string;
  /** The rows in order, rejected rows with their time floored to the millisecond of arrival. */
  rows: string[];
}

export const caseNames = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export const caseFile = (name: string, file: string) => path.join(folder, name, file);

/** Sends the messages of all cases through one run of the real Telegraf; also returns what it logged as error. */
export const runCases = (names: string[]) =>
  runMessages(names.map((name) => ({ name, messages: readMessages(readFileSync(caseFile(name, 'input'), 'utf8')) })));

/** Sends messages through one run of the real Telegraf; rows are parted by the names they were given under. */
export async function runMessages(
  cases: Array<{ name: string; messages: Message[] }>
): Promise<{ results: CaseResult[]; errors: string[] }> {
  const lines = cases.flatMap(({ name, messages }) => [
    ...messages.map((message) => asLine(message, ARRIVAL)),
    `end_of_case name="${name}" 1`,
  ]);
  const { rows, log } = await throughTelegraf(lines);
  return { results: parted(rows), errors: errorsIn(log) };
}

/** Log lines of level error or warning, without Telegraf's remark about its own next default. */
function errorsIn(log: string): string[] {
  return log.split('\n').filter((line) => / [EW]! /.test(line) && !line.includes('Strict environment variable'));
}

function parted(text: string): CaseResult[] {
  const results: CaseResult[] = [];
  let rows: string[] = [];
  for (const row of text.split(/\n(?=[a-z_]+[ ,])/)) {
    const end = /^end_of_case name="(.*)" 1$/.exec(row.trimEnd());
    if (end) {
      results.push({ name: end[1] ?? '', rows: rows.map(settled) });
      assertUnique(rows);
      rows = [];
    } else {
      rows.push(row.trimEnd());
    }
  }
  return results;
}

/** A long text shortened to its length; the arrival of a rejected row without its running number. */
function settled(row: string): string {
  const short = row.replace(/(.)\1{199,}/g, (run, char: string) => `{{${char}*${run.length}}}`);
  return short.startsWith('rejected,') ? short.replace(/\d{6}$/, '000000') : short;
}

/** Inputs of a minute that are only counted share one row. */
const COUNTED = / .*[ ,]messages=\d+i,/;

function assertUnique(rows: string[]): void {
  const kept = rows.filter((row) => row.startsWith('rejected,') && !COUNTED.test(row));
  const keys = kept.map((row) => `${row.split(' ')[0]} ${row.slice(-19)}`);
  if (new Set(keys).size !== keys.length) {
    throw new Error(`Two rejected rows share series and time:\n${keys.join('\n')}`);
  }
}
