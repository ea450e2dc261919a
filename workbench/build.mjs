// Bundles the page into workbench/dist: `node workbench/build.mjs [--force] [--dev]`. Does nothing when nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { copyAssets } from './build/copyAssets.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');
// Built beside and moved into place: two builds at once, or a page being served, never see half a bundle.
const fresh = join(here, 'node_modules', '.cache', `page-${process.pid}`);
const dev = process.argv.includes('--dev');

/** Names, sizes and times of everything the bundle is made of. */
function fingerprint() {
  const hash = createHash('sha256').update(`${dev}`);
  const files = ['src', 'build'].flatMap((folder) =>
    readdirSync(join(here, folder), { recursive: true }).map((name) => join(here, folder, String(name)))
  );
  for (const file of [...files, join(here, 'package-lock.json'), join(here, 'build.mjs')].sort()) {
    const stat = statSync(file);
    if (stat.isFile()) {
      hash.update(`${file}:${stat.size}:${stat.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

const stamp = join(dist, '.built-from');
const now = fingerprint();
if (!process.argv.includes('--force') && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
  console.log('workbench: page is up to date');
  process.exit(0);
}

const started = Date.now();
mkdirSync(fresh, { recursive: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: { main: 'src/main.tsx' },
  outdir: join(fresh, 'app'),
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: !dev,
  sourcemap: dev,
  target: 'es2022',
  jsx: 'automatic',
  alias: { 'react-custom-scrollbars-2': './src/shims/scrollbars.ts' },
  define: { define: 'undefined', 'process.env.NODE_ENV': dev ? '"development"' : '"production"', global: 'globalThis' },
  loader: { '.ttf': 'file', '.svg': 'file', '.woff2': 'file' },
  logLevel: 'warning',
});
copyAssets(here, fresh);
writeFileSync(join(fresh, '.built-from'), now);
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
console.log(`workbench: page built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
