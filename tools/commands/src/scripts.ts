import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '@cellthread/install';
import { type Run } from '@cellthread/install';

/** `npm run gen`: writes the derived files. */
export const gen: Run = (args) => script('tools/generate/src/main.ts', args);

/** `npm run plan:push`: the same as `npx cellthread plan push`. */
export const planPush: Run = (args) => script('tools/cellthread/src/main.ts', ['plan', 'push', ...args]);

/** `npm run bench`: one benchmark by name, or all of them. */
export const bench: Run = (args) => script('bench/src/main.ts', args);

function script(file: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, file), ...args], {
      stdio: 'inherit',
      cwd: root,
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
