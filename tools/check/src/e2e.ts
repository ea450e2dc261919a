import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { plantFolder } from '@cellthread/plan/plant';
import { freePortBase, runFileIn, startStack } from '@cellthread/stack';
import {
  buildBackend,
  buildPlugins,
  buildWorkbench,
  createProgress,
  findSystemProgram,
  installGoPrograms,
  installSystemPrograms,
  root,
  type Run,
} from '@cellthread/install';
import { unstoppedPlant } from './unstoppedPlant';

interface Line {
  history: string;
  faults: string[];
  extra?: string[];
}

/** Tests that need a line of their own, by the name of their file: run when they are asked for by it, and left out else by their tag. */
const special: ReadonlyArray<{ file: string; line: Line }> = [
  { file: 'inboxOfAFault', line: { history: '10h', faults: ['nozzle-wavering@-6h'] } },
  // Ten times as many cells, and nobody decides about them but people: what was done is proved within minutes.
  {
    file: 'loop',
    line: { history: '90m', faults: ['nozzle-wavering@-60m'], extra: ['--rate', '10', '--mes', 'none'] },
  },
];
/** Tests with these are run where the arguments say so: by their file, or `--grep @whole`, the same as usual on more pages. */
const TAGS = ['@hours', '@loop', '@whole'];

/** What most tests need. */
const short: Line = { history: '4h', faults: ['nozzle-wavering@-3h'] };

/** `npm run e2e`: the browser tests on a stack of their own, or on the one that CELLTHREAD_URL names. */
export const e2e: Run = async (args) => {
  const progress = createProgress((line) => process.stdout.write(`${line}\n`));
  await installSystemPrograms(progress, ['mosquitto', 'chromium']);
  if (process.env.CELLTHREAD_URL) {
    return playwright(process.env.CELLTHREAD_URL, args);
  }
  await buildBackend(progress);
  await installGoPrograms(progress, ['influxd', 'telegraf']);
  await buildPlugins(progress);
  await buildWorkbench(progress);
  const own = special.find(({ file }) => args.some((arg) => arg.includes(file)));
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cellthread-e2e-'));
  const stack = await startStack(
    {
      portBase: await freePortBase(),
      dataDir,
      // Tests run at any hour: a line that stood as planned for the last one has no cell to show.
      plant: unstoppedPlant(plantFolder(), path.join(dataDir, 'plant')),
      simulator: { seed: 1, ...(own?.line ?? short) },
    },
    progress
  );
  try {
    const others = TAGS.filter((tag) => !own && !args.includes(tag));
    const these = others.length > 0 ? ['--grep-invert', others.join('|'), ...args] : args;
    return await playwright(stack.run.workbench, these, runFileIn(dataDir));
  } finally {
    await stack.stop();
  }
};

function playwright(url: string, args: string[], runFile?: string): Promise<number> {
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'test', '-c', path.join(root, 'e2e/playwright.config.ts'), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        CELLTHREAD_URL: url,
        CELLTHREAD_CHROMIUM: findSystemProgram('chromium') ?? '',
        ...(runFile ? { CELLTHREAD_RUN: runFile } : {}),
      },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
