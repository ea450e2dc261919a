import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { asLine, readMessages } from './messages';
import { throughTelegraf } from './throughTelegraf';

// Below telegraf/formats lie messages that a former version took, and the rows that it made of them; the backend's tests
// read both versions' rows together. UPDATE_CASES=1 writes what today's scripts make of the messages.
const update = process.env.UPDATE_CASES === '1';
const folder = path.join(root, 'telegraf/formats');

/** When the first message of each format comes again: later than it came first, as whatever comes again does. */
const arrivals: Record<string, string> = { '2026-11': '2026-11-20T07:20:00Z' };

const formats = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(formats)(
  'messages of %s still become the rows that the backend is tried with',
  async (name) => {
    const file = (of: string) => path.join(folder, name, of);
    const arrival = BigInt(Date.parse(arrivals[name] ?? '')) * 1_000_000n;
    const messages = readMessages(readFileSync(file('messages'), 'utf8'));
    const { rows } = await throughTelegraf(
      messages.map((message) => asLine(message, arrival)),
      {
        CELLTHREAD_OPERATORS: path.join(folder, 'operators.csv'),
      }
    );
    if (update) {
      writeFileSync(file('again'), rows);
    }
    expect(rows).toBe(readFileSync(file('again'), 'utf8'));
  },
  60_000
);
