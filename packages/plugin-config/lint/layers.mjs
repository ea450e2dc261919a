// Import directions: which folder may import which. A folder without an entry, and an entry without a folder, stop lint.
import fs from 'node:fs';
import path from 'node:path';
import { createNodeResolver } from 'eslint-plugin-import-x';

const panels = ['packages/stats', 'packages/chart', 'packages/panelkit'];
const build = 'packages/plugin-config';

/** The words that all layers share: every folder may import it. */
const words = 'packages/vocabulary';

/**
 * Folder (or `*` for every one in it that has no entry of its own) → the folders of the project it may import (`may`), further ones that only its tests may (`tests`), and what else it sees:
 * `pure` folders compute, without Node, DOM, React or Grafana; `host` ones see React and Grafana.
 */
export const layerRules = {
  [words]: { pure: true },
  'packages/stats': { pure: true },
  'packages/problem': { pure: true, may: ['packages/stats'] },
  'packages/calendar': { pure: true },
  'packages/plan': { may: ['packages/stats'] },
  'packages/plugin-config': {},
  'packages/chart': { pure: true, may: ['packages/stats'] },
  'packages/panelkit': { host: true, may: ['packages/stats', 'packages/chart'] },
  'plugins/panel/*': { host: true, may: [...panels, build] },
  'plugins/datasource/cells': { host: true, may: ['packages/panelkit', build] },
  'tools/install': {},
  'tools/house': { may: ['tools/install'] },
  'tools/docker': { tests: ['tools/install'] },
  'tools/stack': { may: ['packages/plan', 'tools/install', 'tools/cellthread'] },
  'tools/ingest': { may: ['tools/install', 'tools/stack', 'tools/cellthread'] },
  'tools/check': {
    may: ['packages/calendar', 'packages/plan', 'tools/install', 'tools/stack'],
    tests: ['tools/generate', 'tools/cellthread'],
  },
  'tools/commands': { may: ['packages/plan', 'tools/install', 'tools/docker', 'tools/stack', 'tools/check'] },
  'tools/spc': { may: ['packages/stats', 'packages/problem', 'tools/install'] },
  'tools/generate': {
    may: [
      'packages/stats',
      'packages/plan',
      'plugins/datasource/cells',
      'tools/install',
      'tools/ingest',
      'tools/cellthread',
    ],
  },
  'tools/cellthread': {
    may: ['packages/calendar', 'packages/plan'],
    tests: ['tools/install', 'tools/stack', 'tools/ingest'],
  },
  simulator: {
    may: ['packages/calendar', 'packages/plan', 'packages/stats', 'tools/cellthread'],
    tests: ['tools/stack'],
  },
  workbench: { host: true },
  e2e: {},
  bench: {
    host: true,
    may: [
      ...panels,
      'packages/calendar',
      'packages/problem',
      'packages/plan',
      'simulator',
      'tools/install',
      'tools/stack',
      'tools/ingest',
      'tools/cellthread',
      'plugins/panel/controlchart',
    ],
  },
};

/** Where layers lie: folders themselves, or `*` for each one in them. */
const places = [
  'packages/*',
  'plugins/panel/*',
  'plugins/datasource/*',
  'tools/*',
  'simulator',
  'workbench',
  'e2e',
  'bench',
];

const testsOf = (folder) => ['**/*.test.{ts,tsx}', '**/testing/**/*.{ts,tsx}'].map((files) => `${folder}/${files}`);

const table = 'packages/plugin-config/lint/layers.mjs';

/** The entry of a folder: its own, or that of all folders beside it. */
const ruleOf = (folder, rules) => rules[folder] ?? rules[`${path.posix.dirname(folder)}/*`];

/** The folders of the tree below `root` that are layers. */
export function layerFolders(root) {
  const folders = (place) =>
    fs
      .readdirSync(path.join(root, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${place}/${entry.name}`);
  return places.flatMap((place) => (place.endsWith('/*') ? folders(place.slice(0, -2)) : [place]));
}

/** What is wrong with the table, in sentences: none where every folder has an entry, and every name in it a folder. */
export function layerFaults(folders, rules) {
  const known = new Set(folders);
  const named = Object.entries(rules).flatMap(([folder, { may = [], tests = [] }]) => [folder, ...may, ...tests]);
  return [
    ...folders.filter((f) => !ruleOf(f, rules)).map((f) => `${f} stands in no layer: add it to layerRules (${table}).`),
    ...[...new Set(named)]
      .filter((f) => !f.endsWith('/*') && !known.has(f))
      .map((f) => `The layer ${f} has no folder.`),
  ];
}

/** The rules of ESLint that hold the directions of `rules` in the tree below `root`; throws where the table has faults. */
export function layersOf(root, rules) {
  const folders = layerFolders(root);
  const faults = layerFaults(folders, rules);
  if (faults.length > 0) {
    throw new Error(faults.join('\n'));
  }
  return folders.flatMap((folder) => {
    const { may = [], tests = [], pure = false, host = false } = ruleOf(folder, rules);
    return [
      { files: [`${folder}/**/*.{ts,tsx}`], rules: { ...directions(folder, may), ...outside(folder, { pure, host }) } },
      {
        files: testsOf(folder),
        rules: { ...directions(folder, [...may, ...tests]), ...outside(folder, { host: true }) },
      },
    ];
  });

  function directions(folder, may) {
    const from = folders.filter((other) => other !== folder && other !== words && !may.includes(other));
    const zone = {
      target: folder,
      from,
      message: `${folder} may import ${may.join(', ') || 'no other folder'} (${table}).`,
    };
    return { 'import-x/no-restricted-paths': ['error', { basePath: root, zones: [zone] }] };
  }
}

function outside(folder, { pure, host }) {
  const hosts = {
    group: ['@grafana/*', 'react', 'react-dom', 'react/*', '@emotion/*'],
    message: `${folder} sees no React and no Grafana (${table}).`,
  };
  const uplot = {
    group: ['uplot'],
    allowTypeImports: true,
    message: 'uPlot comes from the host; import its types only.',
  };
  const node = { group: ['node:*'], message: `${folder} is pure: no files, no clock (${table}).` };
  const patterns = [
    ...(host ? [] : [hosts]),
    ...(/^(packages|plugins)/.test(folder) ? [uplot] : []),
    ...(pure ? [node] : []),
  ];
  const dom = ['document', 'window', 'navigator', 'performance', 'fetch', 'setTimeout'];
  return {
    'no-restricted-imports': patterns.length > 0 ? ['error', { patterns }] : 'off',
    ...(pure ? { 'no-restricted-globals': ['error', ...dom] } : {}),
  };
}

const root = path.resolve(import.meta.dirname, '../../..');

/** Names of workspaces and paths without an ending are followed to the file, as the bundler does. */
const resolver = createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] });

export const layers = [{ settings: { 'import-x/resolver-next': [resolver] } }, ...layersOf(root, layerRules)];
