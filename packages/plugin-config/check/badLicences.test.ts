import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { badLicences } from './badLicences.mjs';

/** A built plugin whose source map names a file of each of these packages, and the packages. */
function pluginWith(packages: Record<string, string | undefined>): [folder: string, modules: string] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellthread-licences-'));
  mkdirSync(path.join(folder, 'dist'));
  const sources = Object.keys(packages).map((name) => `webpack://x-y-panel/./node_modules/${name}/lib/index.js`);
  writeFileSync(path.join(folder, 'dist/module.js.map'), JSON.stringify({ sources: [...sources, './own.ts'] }));
  for (const [name, license] of Object.entries(packages)) {
    if (license !== undefined) {
      mkdirSync(path.join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(path.join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, license }));
    }
  }
  return [folder, path.join(folder, 'node_modules')];
}

test('Apache, MIT, BSD and ISC may be carried', () => {
  expect(
    badLicences(...pluginWith({ a: 'MIT', '@b/c': 'Apache-2.0', d: 'BSD-3-Clause', e: '(MIT OR GPL-2.0)' }))
  ).toEqual([]);
});

test('any other licence, and a package that states none, is named', () => {
  expect(badLicences(...pluginWith({ a: 'GPL-3.0', '@b/c': 'BUSL-1.1', d: undefined }))).toEqual([
    '@b/c: BUSL-1.1',
    'a: GPL-3.0',
    'd: no package.json',
  ]);
});
