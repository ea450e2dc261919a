import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pluginDir, root } from '../paths';
import { mustRun, runProgram } from '../runProgram';
import { StackError } from '../stackError';
import { pluginFolders } from './build';

const gomod = 'github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0';

/** Writes what the plugins and the backend are made of into that folder, as CycloneDX. */
export async function billsOfMaterials(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const workspaces = pluginFolders().flatMap((plugin) => ['--workspace', path.relative(root, plugin)]);
  // Peers are what Grafana brings: no plugin carries them.
  const carried = ['--omit=dev', '--omit=peer', ...workspaces];
  const npm = await runProgram('npm', ['sbom', '--sbom-format=cyclonedx', ...carried], { cwd: root });
  if (npm.code !== 0 || !npm.output.startsWith('{')) {
    throw new StackError(`npm could not list the packages of the plugins:\n${npm.output.slice(0, 2000)}`);
  }
  writeFileSync(path.join(folder, 'sbom-plugins.cdx.json'), npm.output);
  const program = path.join(pluginDir, 'dist/gpx_cells_linux_amd64');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const output = path.join(folder, 'sbom-backend.cdx.json');
  await mustRun('go', ['run', gomod, 'bin', '-json', '-version', `v${version}`, '-output', output, program]);
}
