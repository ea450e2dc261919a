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
  await expect(inScratch(work, memory)).rejects.toThrow('it ended so');
  expect(path.dirname(inside)).toBe(memory);
  expect([existsSync(inside), process.env.TMPDIR]).toEqual([false, before]);
  rmSync(memory, { recursive: true });
});

test('where there is no memory for them they lie where they always do', async () => {
  expect(await inScratch(async () => process.env.TMPDIR, '/no/such/folder')).toBe(process.env.TMPDIR);
});
