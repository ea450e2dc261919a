// Bundles the page into workbench/dist: `node workbench/build.mjs [--force] [--dev]`. Does nothing when nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { copyAssets } from './build/copyAssets.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');
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
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: { main: 'src/main.tsx' },
  outdir: join(dist, 'app'),
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: !dev,
  sourcemap: dev,
  target: 'es2022',
  jsx: 'automatic',
  alias: { 'react-custom-scrollbars-2': './src/shims/scrollbars.ts' },
  define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"', global: 'globalThis' },
  loader: { '.ttf': 'file', '.svg': 'file', '.woff2': 'file' },
  logLevel: 'warning',
});
copyAssets(here, dist);
writeFileSync(stamp, now);
console.log(`workbench: page built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
