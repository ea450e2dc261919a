import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { root } from '@cellthread/install';
import { generators } from './generators';
import { writeOutputs } from './writeOutputs';

const plan = loadPlan();

test('every generated file of this checkout is what the plan says (else: npm run gen)', () => {
  const main = path.join(root, 'tools/generate/src/main.ts');
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', main, '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
}, 60_000);

test('no two generators write the same file', () => {
  const files = generators.flatMap((generator) => Object.keys(generator.outputs(plan)));
  expect(new Set(files).size).toBe(files.length);
});

describe('in an empty folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellthread-generate-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const format = (_file: string, text: string) => Promise.resolve(text);
  const generator = { id: 'x', outputs: () => ({ 'docs/x.md': '# X\n' }) };
  const differing = async (check: boolean) =>
    (await writeOutputs(folder, plan, [generator], { check, format })).differing;

  test('a check names what is missing and writes nothing', async () => {
    expect(await differing(true)).toEqual(['docs/x.md']);
    expect(await differing(true)).toEqual(['docs/x.md']);
  });

  test('what was written once is not written again', async () => {
    expect(await differing(false)).toEqual(['docs/x.md']);
    expect(readFileSync(path.join(folder, 'docs/x.md'), 'utf8')).toBe('# X\n');
    expect(await differing(false)).toEqual([]);
  });
});
