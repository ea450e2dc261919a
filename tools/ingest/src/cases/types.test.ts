import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '@cellthread/install';
import { asLine } from './messages';
import { record, topicOf } from '../plant/record';
import { throughTelegraf } from './throughTelegraf';

/** What is sent as a value of each planned type, and what is stored of it; undefined is left out and named. */
const sent: Array<[type: string, value: unknown, stored: string | undefined]> = [
  ['number', 1.5, '1.5'],
  ['number', true, undefined],
  ['number', '1.5', undefined],
  ['count', 3, '3'],
  ['count', 2.5, undefined],
  ['count', -1, undefined],
  ['boolean', true, '1'],
  ['boolean', false, '0'],
  ['boolean', 1, '1'],
  ['boolean', 2, undefined],
  ['boolean', 'true', undefined],
  ['text', 'scratch', '"scratch"'],
  ['text', 7, undefined],
  ['text', 'two\nlines', undefined],
];

test('a value is stored as its planned type or left out and named', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'cellthread-types-'));
  try {
    mkdirSync(path.join(home, 'processors'));
    cpSync(path.join(root, 'telegraf/operators.csv'), path.join(home, 'operators.csv'));
    const planned = sent.map(([type], i) => `"value_${i}": "${type}",`).join(' ');
    const script = readFileSync(path.join(root, 'telegraf/processors/ingest.gen.star'), 'utf8');
    writeFileSync(
      path.join(home, 'processors/ingest.gen.star'),
      script.replace(/("filling": \{[^}]*?"values": \{)/, `$1 ${planned}`)
    );
    const values = Object.fromEntries(sent.map(([, value], i) => [`value_${i}`, value]));
    const payload = record('TYPED', 1768478399000, { values });
    const { rows } = await throughTelegraf(
      [asLine({ topic: topicOf('filling-01'), payload, afterMs: 0 }, 1768478400000000000n)],
      { CELLTHREAD_HOME: home }
    );
    const [visit = '', refused = ''] = ['filling,', 'rejected,'].map((start) =>
      rows.split('\n').find((row) => row.startsWith(start))
    );
    expect(sent.map((_, i) => new RegExp(`[ ,]value_${i}=("[^"]*"|[^, ]*)`).exec(visit)?.[1])).toEqual(
      sent.map(([, , stored]) => stored)
    );
    expect(
      sent.filter(([, , stored], i) => refused.includes(`values.value_${i} is`) !== (stored === undefined))
    ).toEqual([]);
  } finally {
    rmSync(home, { recursive: true });
  }
}, 30_000);
