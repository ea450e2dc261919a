import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePortBase, type Part, secretsIn, startInflux } from '@cellthread/stack';
import { caseNames, expectedFile, runCase } from './runCases';

// UPDATE_CASES=1 writes what came out as expected: read the difference before committing it.
const update = process.env['UPDATE_CASES'] === '1';
let folder: string;
let influx: Part;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cellthread-cyclers-'));
  const port = await freePortBase();
  influx = await startInflux({ port, rpcPort: port + 1, dataDir: folder });
  url = `http://127.0.0.1:${port}`;
}, 90_000);

afterAll(async () => {
  await influx?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('the reader of cycler exports', () => {
  test.each(caseNames)('%s', async (name) => {
    const rows = `${(await runCase(name, url, secretsIn(folder), `case${caseNames.indexOf(name)}_`)).join('\n')}\n`;
    const file = expectedFile(name);
    if (update) {
      writeFileSync(file, rows);
    }
    expect(rows).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'no expected file');
  });
});
