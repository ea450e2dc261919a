import { gzipSync } from 'node:zlib';
import { root } from '@cellthread/install';
import { build } from 'esbuild';

export interface BundleSize {
  minified: number;
  gzip: number;
  /** Licence texts of the libraries, which a plugin's build puts into a file beside. */
  licences: number;
}

/** Bytes that a page loads for some names of a package, tree-shaken. */
export async function bundleSize(names: readonly string[], from = '@cellthread/stats'): Promise<BundleSize> {
  const list = names.join(', ');
  const contents = `import { ${list} } from '${from}'; console.log(${list});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}/bench` },
    absWorkingDir: root,
    outdir: 'never-written',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    legalComments: 'external',
    logLevel: 'error',
  });
  const code = outputFiles.find((file) => file.path.endsWith('.js'))!.contents;
  const licences = outputFiles.find((file) => file.path.endsWith('.LEGAL.txt'))?.contents.length ?? 0;
  return { minified: code.length, gzip: gzipSync(code).length, licences };
}
