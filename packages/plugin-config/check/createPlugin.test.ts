import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPlugin } from '../createPlugin';

const root = path.resolve(__dirname, '../../..');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { version: string };

test('every plugin names the version of create-plugin that it is built with', () => {
  const { version } = read(require.resolve('@grafana/create-plugin/package.json'));
  const named = ['plugins/panel', 'plugins/datasource']
    .flatMap((kind) => readdirSync(path.join(root, kind)).map((name) => path.join(root, kind, name)))
    .map((folder) => path.join(folder, '.config/.cprc.json'))
    .filter((file) => existsSync(file))
    .map((file) => read(file).version);
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named)).toEqual(new Set([version]));
});

test('the rendered configuration holds no placeholder, and what Grafana brings stays outside the bundle', () => {
  const folder = createPlugin();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8'));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => text.includes('{{'))).toEqual([]);
  expect(readFileSync(path.join(folder, 'bundler/externals.ts'), 'utf8')).toContain('/^@grafana\\/ui/i');
});
