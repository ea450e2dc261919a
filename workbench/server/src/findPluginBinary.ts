import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPlugins } from './provisioning/readPlugins';

const OS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const ARCH: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/** The datasource's backend built for this machine, named as Grafana names it: `<executable>_<os>_<arch>`. */
export function findPluginBinary(pluginsDir: string): string {
  const plugin = readPlugins(pluginsDir).find(({ json }) => json.type === 'datasource' && json.executable);
  const suffix = `${OS[process.platform] ?? process.platform}_${ARCH[process.arch] ?? process.arch}`;
  const file =
    plugin && join(plugin.folder, `${plugin.json.executable}_${suffix}${process.platform === 'win32' ? '.exe' : ''}`);
  if (!file || !existsSync(file)) {
    throw new Error(
      `no datasource backend found${file ? ` at ${file}` : ` below ${pluginsDir}`}: run \`npm run build\` or name one with --plugin`
    );
  }
  return file;
}
