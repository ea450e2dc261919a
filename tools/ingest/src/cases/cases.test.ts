import { readFileSync, writeFileSync } from 'node:fs';
import { caseFile, caseNames, runCases } from './runCases';

// UPDATE_CASES=1 writes what came out as expected: read the difference before committing it.
const update = process.env.UPDATE_CASES === '1';

describe('Telegraf stores messages', () => {
  let done: Awaited<ReturnType<typeof runCases>>;
  beforeAll(async () => {
    done = await runCases(caseNames);
  }, 60_000);

  test('without an error in its log', () => {
    expect(done.errors).toEqual([]);
  });

  test.each(caseNames)('%s', (name) => {
    const rows = done.results.filter((result) => result.name === name).map(({ rows }) => rows.join('\n') + '\n')[0];
    const file = caseFile(name, 'expected');
    if (update && rows !== undefined) {
      writeFileSync(file, rows);
    }
    expect(rows).toBe(readFileSync(file, 'utf8'));
  });
});
