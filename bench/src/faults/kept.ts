import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mustRun, root } from '@cellthread/install';

/** What tasks came to in runs before, so that one that was ended goes on. */
export interface Kept<Task, Done> {
  of(task: Task): Done | undefined;
  keep(task: Task, done: Done): void;
}

/** What a result follows from, beside its task. */
const SOURCES = [
  'package-lock.json',
  'control-plan',
  'plants',
  'packages',
  'simulator',
  'plugins/datasource/cells',
  'bench/src/faults',
];

/** Keeps results in a folder, each for the sources that it was made from; nothing where these differ from what is committed. */
export async function keptIn<Task, Done>(folder: string | undefined): Promise<Kept<Task, Done> | undefined> {
  const git = (...args: string[]) => mustRun('git', [...args, '--', ...SOURCES], { cwd: root });
  if (!folder || (await git('status', '--porcelain'))) {
    return undefined;
  }
  mkdirSync(folder, { recursive: true });
  const sources = await git('ls-tree', 'HEAD');
  const fileOf = (task: Task) =>
    path.join(folder, `${createHash('sha256').update(sources).update(JSON.stringify(task)).digest('hex')}.json`);
  return {
    of: (task) => {
      const file = fileOf(task);
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Done) : undefined;
    },
    keep: (task, done) => {
      const file = fileOf(task);
      writeFileSync(`${file}.part`, JSON.stringify(done));
      renameSync(`${file}.part`, file);
    },
  };
}
