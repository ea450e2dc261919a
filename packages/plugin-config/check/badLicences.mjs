import fs from 'node:fs';
import path from 'node:path';

const accepted = /^\(?(Apache-2\.0|MIT|ISC|0BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)\b/;

/**
 * Packages that a built plugin carries, by its source maps, under a licence that Apache software may not contain.
 *
 * @param {string} folder absolute path of a built plugin
 * @param {string} modules absolute path of the node_modules it was built from
 * @returns {string[]} "package: licence" of each, sorted; "no package.json" where it cannot be told
 */
export function badLicences(folder, modules) {
  const dist = path.join(folder, 'dist');
  const maps = fs.readdirSync(dist, { recursive: true }).filter((f) => String(f).endsWith('.js.map'));
  const sources = maps.flatMap((file) => JSON.parse(fs.readFileSync(path.join(dist, String(file)), 'utf8')).sources);
  // Modules that webpack makes itself stand in node_modules as plain files.
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]).filter(Boolean);
  return [...new Set(names)]
    .map((name) => ({ name, licence: licenceOf(path.join(modules, name, 'package.json')) }))
    .filter(({ licence }) => !accepted.test(licence))
    .map(({ name, licence }) => `${name}: ${licence}`)
    .sort();
}

function licenceOf(file) {
  if (!fs.existsSync(file)) {
    return 'no package.json';
  }
  const { license } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return typeof license === 'string' ? license : (license?.type ?? 'none stated');
}
