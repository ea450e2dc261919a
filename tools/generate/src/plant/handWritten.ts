import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import type { Generator } from '../generator';

/** Folders that Grafana, Telegraf, the broker and the database are given whole; of `notify` what a plant chooses. */
export const mounted = ['provisioning', 'notify', 'telegraf'];

/** What lies there for those who work on it, and is mounted nowhere. */
const forDevelopers = ['testcases/', 'formats/', 'processors/', 'README.md', 'build-tags.txt'].map(
  (name) => `telegraf/${name}`
);

/** The files of the checkout below a folder of it, as paths with slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !forDevelopers.some((start) => file.startsWith(start)));
}

/** Whatever is mounted beside generated files, copied: a plant of one's own has all of it in one place. */
export function handWritten(generated: ReadonlySet<string>): Generator {
  return {
    id: 'hand-written',
    outputs: () =>
      Object.fromEntries(
        mounted
          .flatMap(filesBelow)
          .filter((file) => !generated.has(file))
          .map((file) => [file, readFileSync(path.join(root, file), 'utf8')])
      ),
  };
}
