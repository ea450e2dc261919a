import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { layerFaults, layerFolders, layerRules } from './layers.mjs';

const root = path.resolve(__dirname, '../../..');

/** Messages of the project's own lint for one line in a file that is not there, by file. */
const lines: Record<string, string> = {
  'packages/stats/src/up.ts': "export * from '@cellthread/chart';",
  'packages/stats/src/file.ts': "export * from 'node:fs';",
  'packages/chart/src/host.ts': "export * from '@grafana/ui';",
  'packages/panelkit/src/down.ts': "export * from '@cellthread/chart';",
  'packages/panelkit/src/plot.ts': "export { default } from 'uplot';",
  'plugins/panel/traveler/src/sister.ts': "export * from '../../controlchart/src/defaults';",
  'e2e/src/inside.ts': "export * from '../../packages/stats/src/index';",
  'simulator/src/lazy.ts': "export const lazy = () => import('../../packages/chart/src/index');",
};
const script = `
  import { ESLint } from 'eslint';
  const lint = new ESLint({ cwd: process.cwd() });
  const texts = Object.entries(JSON.parse(process.argv[1]));
  const results = await Promise.all(texts.map(([filePath, text]) => lint.lintText(text, { filePath })));
  console.log(JSON.stringify(results.map(([r]) => r.messages.map((m) => m.message))));
`;
let messages: Record<string, string[]>;

beforeAll(() => {
  const args = ['--input-type=module', '-e', script, JSON.stringify(lines)];
  const told = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as string[][];
  messages = Object.fromEntries(Object.keys(lines).map((file, i) => [file, told[i]!]));
}, 60_000);

const says = (file: string) => messages[file]!.join();

test('a folder may import what stands in its entry', () => {
  expect(messages['packages/panelkit/src/down.ts']).toEqual([]);
});

test('an import against the direction fails, by the name of a package or by a path, lazy or not', () => {
  expect(says('packages/stats/src/up.ts')).toContain('packages/stats may import no other folder');
  expect(says('plugins/panel/traveler/src/sister.ts')).toContain('plugins/panel/traveler may import packages/stats');
  expect(says('e2e/src/inside.ts')).toContain('e2e may import no other folder');
  expect(says('simulator/src/lazy.ts')).toContain('imported in restricted zone. simulator may import');
});

test('a pure folder sees neither files nor the host, and only its types of uPlot anyone', () => {
  expect(says('packages/stats/src/file.ts')).toContain('packages/stats is pure');
  expect(says('packages/chart/src/host.ts')).toContain('packages/chart sees no React and no Grafana');
  expect(says('packages/panelkit/src/plot.ts')).toContain('uPlot comes from the host');
});

test('every folder of the tree has an entry, and every entry a folder', () => {
  expect(layerFaults(layerFolders(root), layerRules)).toEqual([]);
  expect(layerFaults(['packages/new'], { 'packages/old': { may: ['packages/gone'] } })).toEqual([
    expect.stringContaining('packages/new stands in no layer'),
    'The layer packages/old has no folder.',
    'The layer packages/gone has no folder.',
  ]);
});
