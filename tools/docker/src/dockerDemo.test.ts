import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '@cellthread/install';

const place = mkdtempSync(path.join(tmpdir(), 'cellthread-docker-'));
const asked = path.join(place, 'asked');
afterAll(() => rmSync(place, { recursive: true }));

/** A program of that name which notes what it is asked and says that all is well. */
function docker(): void {
  const script = `#!/bin/sh\necho "$*" >> '${asked}'\necho 2.0.0\n`;
  writeFileSync(path.join(place, 'docker'), script, { mode: 0o755 });
}

it('a stack that is up runs until it is stopped', async () => {
  docker();
  const demo = spawn(process.execPath, ['tools/bootstrap.mjs', 'demo', '--docker'], {
    cwd: root,
    env: { ...process.env, PATH: `${place}:${process.env.PATH}` },
  });
  const ended = once(demo, 'exit');
  let said = '';
  while (!said.includes('Open http')) {
    said += String((await once(demo.stdout, 'data'))[0]);
  }
  // As long as another Node takes from beginning to end this one goes on.
  spawnSync(process.execPath, ['-e', '0']);
  demo.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(readFileSync(asked, 'utf8').trim().split('\n').slice(-2)).toEqual([
    'compose up --build --detach --wait',
    'compose stop',
  ]);
});
