import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { type Arrows } from './Arrows';

const left = new Set(['node_modules', 'dist', 'testdata', 'testing', 'out', '.git', '.cellthread']);
const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.(test|spec|d)\.tsx?$/.test(file);

/** The imports of every TypeScript file below `root` from files of its own folder's tree; tests are left out. */
export function typeScriptArrows(root: string, folders: readonly string[]): Arrows {
  const arrows = new Map<string, string[]>();
  for (const folder of folders) {
    for (const file of sources(path.join(root, folder))) {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
      const targets = importedFiles.flatMap(({ fileName }) => resolved(file, fileName) ?? []);
      arrows.set(path.relative(root, file), [...new Set(targets.map((target) => path.relative(root, target)))]);
    }
  }
  return arrows;
}

function sources(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return left.has(entry.name) ? [] : sources(at);
    }
    return isSource(entry.name) ? [at] : [];
  });
}

/** The file that a relative import names; others lead out of the tree. */
function resolved(from: string, name: string): string | undefined {
  if (!name.startsWith('.')) {
    return undefined;
  }
  const at = path.resolve(path.dirname(from), name);
  return [at, `${at}.ts`, `${at}.tsx`, path.join(at, 'index.ts')].find((f) => existsSync(f) && statSync(f).isFile());
}
