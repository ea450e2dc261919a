import fs from 'node:fs';
import path from 'node:path';

const thirdParty = /^(external |webpack\/|\.\.\/node_modules|\.\/node_modules\/)/;
const notCode = /\.(css|scss|sass|less|svg|json)$/;

/**
 * The catalog's source-map rule, restated: every source named in dist/*.js.map that is neither third-party, external
 * nor webpack's own must exist, with the same content, relative to <plugin>/src.
 *
 * @param {string} folder absolute path of a built plugin
 * @returns {string[]} "file.js.map: source" of each source that breaks the rule
 */
export function badSources(folder) {
  const { id } = JSON.parse(fs.readFileSync(path.join(folder, 'src/plugin.json'), 'utf8'));
  const dist = path.join(folder, 'dist');
  const maps = fs.readdirSync(dist, { recursive: true }).filter((f) => String(f).endsWith('.js.map'));
  return maps.flatMap((file) => {
    const map = JSON.parse(fs.readFileSync(path.join(dist, String(file)), 'utf8'));
    return map.sources
      .map((source, i) => ({
        name: source.replace(`webpack://${id}/`, '').replace(/^webpack:\/*/, ''),
        content: map.sourcesContent[i],
      }))
      .filter(({ name }) => {
        const plain = name.split('?')[0];
        return !thirdParty.test(name) && !plain.includes('/node_modules/.pnpm/') && !notCode.test(plain);
      })
      .filter(({ name, content }) => {
        const at = path.join(folder, 'src', name);
        return !fs.existsSync(at) || fs.readFileSync(at, 'utf8') !== content;
      })
      .map(({ name }) => `${file}: ${name}`);
  });
}
