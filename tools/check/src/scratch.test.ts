import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inScratch } from './scratch';

test('temporary files of the work lie in memory where there is enough, and are gone after it, however it ends', async () => {
  const memory = mkdtempSync(path.join(os.tmpdir(), 'cellthread-memory-'));
  const before = process.env.TMPDIR;
  let inside = '';
  const work = async () => {
    inside = process.env.TMPDIR!;
    writeFileSync(path.join(inside, 'row'), 'x');
    throw new Error('it ended so');
  };
  await expect(inScratch(work, memory, 1)).rejects.toThrow('it ended so');
  expect(path.dirname(inside)).toBe(memory);
  expect([existsSync(inside), process.env.TMPDIR]).toEqual([false, before]);
  rmSync(memory, { recursive: true });
});

test.each([
  ['no memory', '/no/such/folder', 1],
  ['too little', os.tmpdir(), Infinity],
])('where there is %s for them they lie where they always do', async (_, memory, enough) => {
  expect(await inScratch(async () => process.env.TMPDIR, memory, enough)).toBe(process.env.TMPDIR);
});
