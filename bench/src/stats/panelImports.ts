import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'glob';
import { root } from '@cellthread/install';

/** Names that the panels' sources, and those of the packages below them, take from the statistics package at run time. */
export async function panelImports(): Promise<string[]> {
  const files = await glob(['packages/{chart,panelkit}/src/**/*.{ts,tsx}', 'plugins/panel/*/src/**/*.{ts,tsx}'], {
    cwd: root,
    ignore: '**/*.test.*',
  });
  const names = new Set<string>();
  for (const file of files) {
    const text = await readFile(path.join(root, file), 'utf8');
    for (const [, list] of text.matchAll(/import \{([^}]*)\} from '@cellthread\/stats'/g)) {
      list!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .forEach((name) => names.add(name.split(' as ')[0]!));
    }
  }
  return [...names].sort();
}
