import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '@cellthread/stack';

let built: Promise<unknown> | undefined;

/** Builds backend, plugins and workbench unless they are newer than their sources. */
export async function ensureBuilt(): Promise<void> {
  const args = ['--import', 'tsx', path.join(root, 'tools/stack/src/main.ts'), 'build'];
  built ??= promisify(execFile)(process.execPath, args, { cwd: root });
  await built;
}
