import { readFileSync, writeFileSync } from 'node:fs';
import { caseFile, caseNames, runCases } from './runCases';
import { cyclerCaseNames, runCyclerCases } from './runCyclerCases';

// UPDATE_CASES=1 writes what came out as expected: read the difference before committing it.
const update = process.env.UPDATE_CASES === '1';

describe.each([
  { of: 'messages', names: caseNames, run: runCases, failing: [] },
  { of: 'cycler files', names: cyclerCaseNames, run: runCyclerCases, failing: ['broken.019', 'letter.018'] },
])('Telegraf stores $of', ({ names, run, failing }) => {
  let done: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    done = await run(names);
  }, 60_000);

  test('with no other error in its log than of files it cannot read', () => {
    expect(done.errors.map((line) => /[a-z]+\.\d{3}/.exec(line)?.[0] ?? line).sort()).toEqual(failing);
  });

  test.each(names)('%s', (name) => {
    const rows = done.results.filter((result) => result.name === name).map(({ rows }) => rows.join('\n') + '\n')[0];
    const file = caseFile(name, 'expected');
    if (update && rows !== undefined) {
      writeFileSync(file, rows);
    }
    expect(rows).toBe(readFileSync(file, 'utf8'));
  });
});
