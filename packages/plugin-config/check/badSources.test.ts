import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { badSources } from './badSources.mjs';

/** A built plugin with one own file, whose source map names `sources`. */
function pluginWith(sources: Array<[name: string, content: string]>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellthread-plugin-'));
  mkdirSync(path.join(folder, 'src'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'src/plugin.json'), '{"id":"x-y-panel"}');
  writeFileSync(path.join(folder, 'src/module.ts'), 'own');
  const map = { sources: sources.map(([n]) => `webpack://x-y-panel/${n}`), sourcesContent: sources.map(([, c]) => c) };
  writeFileSync(path.join(folder, 'dist/module.js.map'), JSON.stringify(map));
  return folder;
}

test('own files, third-party files, externals and styles pass', () => {
  const folder = pluginWith([
    ['./module.ts', 'own'],
    ['./node_modules/a/index.js', 'theirs'],
    ['external amd "react"', ''],
    ['./theme.css', 'x'],
  ]);
  expect(badSources(folder)).toEqual([]);
});

test('a file that is not in the tree, or is another one there, is named', () => {
  const folder = pluginWith([
    ['./gone.ts', ''],
    ['./module.ts', 'other'],
    ['../../../../node_modules/a/index.js', 'hoisted'],
  ]);
  expect(badSources(folder)).toEqual([
    'module.js.map: ./gone.ts',
    'module.js.map: ./module.ts',
    'module.js.map: ../../../../node_modules/a/index.js',
  ]);
});
