import { type Entry } from '../actions/statements';
import { newKey } from './newKey';
import { type Outcome, outcomeOfFailure } from './Outcome';
import { sendAll } from './sendAll';

const entry = (key: string) => ({ key }) as Entry;

test('every entry is sent once, and what becomes of each is told', async () => {
  const told: Record<string, string[]> = {};
  const sent: string[] = [];
  await sendAll(
    ['a', 'b', 'c', 'd', 'e', 'f'].map(entry),
    async ({ key }): Promise<Outcome> => {
      sent.push(key);
      return key === 'c' ? { state: 'refused', text: 'closed' } : { state: 'stored', text: '' };
    },
    (key, { state }) => (told[key] = [...(told[key] ?? []), state])
  );
  expect(sent).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(told).toMatchObject({ a: ['sending', 'stored'], c: ['sending', 'refused'], f: ['sending', 'stored'] });
});

test.each([
  [
    { status: 409, data: { message: 'closed already' } },
    { state: 'refused', text: 'closed already' },
  ],
  [
    { status: 501, data: { message: 'no login' } },
    { state: 'refused', text: 'no login' },
  ],
  [
    { status: 502, data: { message: 'InfluxDB' } },
    { state: 'unknown', text: 'InfluxDB' },
  ],
  [
    { status: 0, statusText: 'Failed to fetch' },
    { state: 'unknown', text: 'Failed to fetch' },
  ],
  [undefined, { state: 'unknown', text: 'no answer' }],
])('an answer of %j means %j', (error, outcome) => {
  expect(outcomeOfFailure(error)).toEqual(outcome);
});

test('no two keys are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000);
});
