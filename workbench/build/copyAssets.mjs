// Everything the page asks its own server for besides the bundle: index.html, icons, fonts.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Icons that neither @grafana/ui nor Unicons ships, drawn by a kindred one. */
const KINDRED = {
  'legend-hide': 'eye-slash',
  'legend-show': 'eye',
  'hand-pointer': 'mouse-alt',
  'browser-alt': 'window-grid',
  'add-user': 'user-plus',
  'table-collapse-all': 'compress-arrows',
  'table-expand-all': 'expand-arrows',
  unarchive: 'archive-alt',
  attach: 'paperclip',
  'gf-pin': 'map-pin',
  'gf-pin-filled': 'map-pin',
  'gf-pin-unfilled': 'map-pin',
};
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="6"/></svg>';
const ALWAYS_MONO = ['grafana', 'favorite', 'heart-break', 'heart', 'panel-add', 'library-panel', 'circle-mono'];

const FONTS = {
  'inter/Inter-Regular.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': '@fontsource/inter/files/inter-latin-500-normal.woff2',
  'inter/Inter-Italic.woff2': '@fontsource/inter/files/inter-latin-400-italic.woff2',
  'inter/Inter-MediumItalic.woff2': '@fontsource/inter/files/inter-latin-500-italic.woff2',
  'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2':
    '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

function copyIcons(modules, target) {
  cpSync(join(modules, '@grafana/ui/dist/public/img/icons'), target, { recursive: true });
  const index = readFileSync(join(modules, '@grafana/data/dist/esm/types/icon.mjs'), 'utf8');
  for (const [, name] of index.matchAll(/^\s+"?([\w-]+)"?: true/gm)) {
    const folder = name.startsWith('gf-') ? 'custom' : ALWAYS_MONO.includes(name) ? 'mono' : 'unicons';
    const file = join(target, folder, `${name}.svg`);
    if (!existsSync(file)) {
      const line = (icon) => join(modules, '@iconscout/unicons/svg/line', `${icon}.svg`);
      const source = [line(name), line(KINDRED[name] ?? name)].find(existsSync);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source ? readFileSync(source, 'utf8').replaceAll(/ fill="#[0-9A-Fa-f]+"/g, '') : DOT);
    }
  }
}

export function copyAssets(here, dist) {
  const modules = join(here, 'node_modules');
  copyIcons(modules, join(dist, 'build/img/icons'));
  for (const [name, source] of Object.entries(FONTS)) {
    const file = join(dist, 'fonts', name);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(modules, source), file);
  }
  cpSync(join(here, 'src/img'), join(dist, 'img'), { recursive: true });
  copyFileSync(join(here, 'src/index.html'), join(dist, 'index.html'));
}
