// Builds every plugin that has src/module.ts into <plugin>/dist, in one webpack run: the start-up is paid once.
// Usage: node packages/plugin-config/build.mjs [--development] [name…]   (name: the folder, e.g. controlchart)
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { badLicences } from './check/badLicences.mjs';
import { badSources } from './check/badSources.mjs';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const args = process.argv.slice(2);
const development = args.includes('--development');
const wanted = args.filter((a) => !a.startsWith('--'));

/** The scaffolded configuration is TypeScript that reads plugin.json from the current folder while it is imported. */
require('ts-node').register({
  transpileOnly: true,
  skipProject: true,
  compilerOptions: { module: 'commonjs', moduleResolution: 'node', target: 'es2022', esModuleInterop: true },
});
const webpack = require('webpack');

function pluginFolders() {
  const folders = ['plugins/panel', 'plugins/datasource'].flatMap((kind) =>
    fs.existsSync(path.join(root, kind)) ? fs.readdirSync(path.join(root, kind)).map((n) => path.join(kind, n)) : []
  );
  const buildable = folders.filter((f) => fs.existsSync(path.join(root, f, 'src/module.ts')));
  const unknown = wanted.filter((w) => !buildable.some((f) => path.basename(f) === w));
  if (unknown.length > 0) {
    const known = buildable.map((f) => path.basename(f)).join(', ') || 'none yet';
    throw new Error(
      `No plugin ${unknown.map((u) => `"${u}"`).join(', ')} with a src/module.ts. Known plugins: ${known}.`
    );
  }
  return wanted.length > 0 ? buildable.filter((f) => wanted.includes(path.basename(f))) : buildable;
}

async function configuration(folder) {
  process.chdir(path.join(root, folder));
  for (const key of Object.keys(require.cache)) {
    if (key.includes(`${path.sep}plugin-config${path.sep}`)) {
      delete require.cache[key];
    }
  }
  const make = require(path.join(root, 'packages/plugin-config/webpack.config.ts')).default;
  const config = await make(development ? {} : { production: true });
  config.name = path.basename(folder);
  config.cache = {
    ...config.cache,
    name: config.name,
    cacheDirectory: path.join(root, 'node_modules/.cache/webpack'),
    version: ['webpack.config.ts', 'createPlugin.js']
      .map((name) => fs.readFileSync(path.join(here, name), 'utf8'))
      .join(),
  };
  for (const plugin of config.plugins) {
    if (plugin?.constructor?.name === 'ReplaceInFilePlugin') {
      plugin.options.forEach((o) => (o.dir = path.join(process.cwd(), o.dir)));
    }
  }
  return config;
}

function run(configs) {
  const compiler = webpack(configs);
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      // Without close() the file cache is never written.
      compiler.close(() => (error ? reject(error) : resolve(stats)));
    });
  });
}

const started = Date.now();
const folders = pluginFolders();
const configs = [];
for (const folder of folders) {
  configs.push(await configuration(folder));
}
process.chdir(root);
configs.parallelism = 2;
const stats = await run(configs);
if (stats.hasErrors() || stats.hasWarnings()) {
  process.stdout.write(stats.toString({ all: false, errors: true, warnings: true }) + '\n');
}
const checked = stats.hasErrors() || development ? [] : folders.map((f) => path.join(root, f));
const bad = [
  ...checked.flatMap(badSources).map((b) => `Source map names a file that is not in the tree: ${b}`),
  ...checked
    .flatMap((f) => badLicences(f, path.join(root, 'node_modules')))
    .map((b) => `Licence that may not be carried: ${b}`),
];
bad.forEach((b) => process.stderr.write(`${b}\n`));
for (const folder of folders) {
  const file = path.join(root, folder, 'dist/module.js');
  const size = fs.existsSync(file) ? `${(fs.statSync(file).size / 1024).toFixed(1)} kB` : 'no module.js';
  process.stdout.write(`${folder}/dist  ${size}\n`);
}
process.stdout.write(`${folders.length} plugins in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
process.exitCode = stats.hasErrors() || bad.length > 0 ? 1 : 0;
