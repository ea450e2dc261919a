import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from '@cellthread/install';
import { build } from 'esbuild';

/** What Grafana's packages expect of the page that hosts them. */
const boot = { settings: { buildInfo: { version: '13.1.1' }, theme2: undefined }, user: {}, navTree: [] };

/** Bundles the bench page as a host would load it and serves it on loopback. Not minified, a profile can be read. */
export async function servePage(minify = true): Promise<{ url: string; stop(): void }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'bench/src/page/main.ts')],
    outdir: 'out',
    write: false,
    bundle: true,
    minify,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', define: 'undefined' },
    loader: { '.ttf': 'dataurl', '.svg': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/main.css">
<style>body{margin:0;background:#181b1f;color:#ccc;font:12px sans-serif}</style><div id="chart"></div>
<script>window.grafanaBootData=${JSON.stringify(boot)}</script><script src="/main.js"></script>`;
  const files = new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.text]));
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname;
    const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`).end(files.get(name) ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  };
}
