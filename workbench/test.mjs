// Everything that tests the workbench without a browser: types of page and server, then what needs no page, on the real backend.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const tests = ['server/src', 'src'].flatMap((folder) =>
  readdirSync(join(here, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(here, folder, name))
);

const steps = [
  [tsc, '--noEmit', '-p', join(here, 'tsconfig.json')],
  [tsc, '--noEmit', '-p', join(here, 'server/tsconfig.json')],
  ['--import', 'tsx', '--test', '--test-concurrency=2', ...tests],
];
const failed = steps.filter(
  (args) => spawnSync(process.execPath, args, { cwd: join(here, '..'), stdio: 'inherit' }).status !== 0
);
process.exit(failed.length ? 1 : 0);
