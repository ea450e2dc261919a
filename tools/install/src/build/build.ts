import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { binDir, pluginDir, root } from '../paths';
import { createProgress, type Progress } from '../progress';
import { mustRun } from '../runProgram';
import { unlessFresh } from './freshness';
import { requireGo } from '../programs/goPrograms';
import { takeProtocol } from './protocol';

/** The datasource's program for this machine, where Grafana and the workbench look for it. */
export const backendBinary = path.join(
  pluginDir,
  'dist',
  `gpx_cells_${process.platform === 'win32' ? 'windows' : process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
);

/** What fills in the texts of alert rules where there is no Grafana. */
export const textsBinary = path.join(binDir, 'cellthread-texts');

/** What holds out-of-spec items, whether or not a Grafana runs. */
export const keeperBinary = path.join(binDir, 'cellthread-keeper');

const at = (...parts: string[]) => path.join(root, ...parts);

/** Builds the Go backend, the keeper and what fills in texts, and takes the protocol that it speaks from its SDK, unless nothing of either changed. */
export async function buildBackend(progress: Progress): Promise<void> {
  await takeProtocol();
  const module = path.join(pluginDir, 'go.mod');
  await unlessFresh(
    'backend',
    { outputs: [backendBinary], inputs: [path.join(pluginDir, 'pkg'), module] },
    async () => {
      requireGo();
      await progress.step('datasource backend built', () => goBuild(backendBinary, './pkg'));
    }
  );
  const texts = path.join(pluginDir, 'cmd/texts');
  await unlessFresh('texts', { outputs: [textsBinary], inputs: [texts, module] }, async () => {
    requireGo();
    await progress.step('texts of alerts built', () => goBuild(textsBinary, './cmd/texts'));
  });
  const keeper = [path.join(pluginDir, 'cmd/keeper'), path.join(pluginDir, 'pkg'), module];
  await unlessFresh('keeper', { outputs: [keeperBinary], inputs: keeper }, async () => {
    requireGo();
    await progress.step('keeper built', () => goBuild(keeperBinary, './cmd/keeper'));
  });
}

const goBuild = (output: string, folder: string) =>
  mustRun('go', ['build', '-trimpath', '-ldflags', '-w -s', '-o', output, folder], {
    cwd: pluginDir,
    env: { CGO_ENABLED: '0' },
  });

/** Bundles the plugins' TypeScript unless nothing of it changed. */
export async function buildPlugins(progress: Progress): Promise<void> {
  const outputs = pluginFolders().map((folder) => path.join(folder, 'dist', 'module.js'));
  const inputs = [at('packages'), at('plugins/panel'), at('plugins/datasource/cells/src'), at('package-lock.json')];
  await unlessFresh('plugins', { outputs, inputs }, async () => {
    await progress.step(`${outputs.length} plugins bundled`, () =>
      mustRun(process.execPath, [at('packages/plugin-config/build.mjs')], { cwd: root })
    );
  });
}

/** Installs the workbench's own packages and bundles its page, unless nothing of either changed. */
export async function buildWorkbench(progress: Progress): Promise<void> {
  const lock = at('workbench/package-lock.json');
  const installed = at('workbench/node_modules/.package-lock.json');
  await unlessFresh('workbench-packages', { outputs: [installed], inputs: [lock] }, async () => {
    await progress.step('workbench packages installed', () =>
      mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: at('workbench') })
    );
  });
  const inputs = [at('workbench/src'), at('workbench/build'), at('workbench/build.mjs'), lock];
  await unlessFresh('workbench-page', { outputs: [at('workbench/dist/index.html')], inputs }, async () => {
    await progress.step('workbench page bundled', () =>
      mustRun(process.execPath, [at('workbench/build.mjs')], { cwd: root })
    );
  });
}

/** `npm run build`: everything a host loads. */
export async function build(): Promise<number> {
  const progress = createProgress((line) => process.stdout.write(`${line}\n`));
  await buildBackend(progress);
  await buildPlugins(progress);
  await buildWorkbench(progress);
  return 0;
}

/** The folders of all plugins that have a browser part. */
export function pluginFolders(): string[] {
  return ['plugins/panel', 'plugins/datasource']
    .flatMap((kind) => readdirSync(at(kind)).map((name) => at(kind, name)))
    .filter((folder) => existsSync(path.join(folder, 'src', 'module.ts')));
}
