import { mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import {
  allOrFirstError,
  buildBackend,
  buildPlugins,
  buildWorkbench,
  createProgress,
  installGoPrograms,
  installSystemPrograms,
  mayInstallSystemPrograms,
  type Progress,
  type Run,
  StackError,
} from '@cellthread/install';
import { openBrowser } from './openBrowser';
import { demoUsage, parseDemoOptions } from './options';
import { startStack } from './startStack';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run demo`: the plant on this machine until Ctrl-C. */
export const demo: Run = async (args) => {
  const options = parseDemoOptions(args);
  if (options === 'help') {
    print(demoUsage);
    return 0;
  }
  const progress = createProgress(print);
  print('Cellthread');
  assertDisk(options.dataDir);
  await install(progress);
  const stopped = new Promise<'stop'>((resolve) => {
    // `on`, not `once`: a terminal sends the signal to every process, and it is passed on as well.
    process.on('SIGINT', () => resolve('stop'));
    process.on('SIGTERM', () => resolve('stop'));
  });
  const starting = startStack(
    {
      plant: options.plant,
      portBase: options.portBase,
      dataDir: options.dataDir,
      simulator: options.simulator ? options : undefined,
      onWorkbench: (url) => print(`\n  ${url}\n`),
    },
    progress
  );
  const early = await Promise.race([starting, stopped]);
  if (early === 'stop') {
    return leaveEarly(starting);
  }
  print(`\n  Open ${early.run.workbench}   (Ctrl-C stops everything; logs: ${path.join(options.dataDir, 'logs')})\n`);
  if (options.open) {
    openBrowser(early.run.workbench);
  }
  const why = await Promise.race([early.broken, stopped]);
  print(why === 'stop' ? '\nStopping …' : `\nA part of the stack has ended: ${why}\nStopping the others …`);
  await early.stop();
  return why === 'stop' ? 0 : 1;
};

async function install(progress: Progress): Promise<void> {
  const lanes = [
    async () => {
      await buildBackend(progress);
      await installGoPrograms(progress, ['influxd', 'telegraf']);
    },
    async () => {
      if (mayInstallSystemPrograms()) {
        await installSystemPrograms(progress, ['mosquitto']);
      }
      await buildPlugins(progress);
      await buildWorkbench(progress);
    },
  ];
  await allOrFirstError(lanes.map((lane) => lane()));
}

/** Children die with this process; those started so far get a proper end first. */
async function leaveEarly(starting: Promise<{ stop(): Promise<void> }>): Promise<number> {
  print('\nStopping …');
  await starting.then((stack) => stack.stop()).catch(() => undefined);
  return 130;
}

const NEEDED_BYTES = 2 * 1024 ** 3;

function assertDisk(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < NEEDED_BYTES) {
    const free = Math.round((bavail * bsize) / 1024 ** 2);
    throw new StackError(
      `The disk of ${dataDir} has ${free} MB left; the demo needs 2 GB. Free some space or choose another folder with --data DIR.`
    );
  }
}
