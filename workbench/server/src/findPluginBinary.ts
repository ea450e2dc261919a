import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };
const ARCH: Record<string, string> = { x64: 'amd64' };

/** The datasource's backend built for this machine, named as Grafana names it: `gpx_<name>_<os>_<arch>`. */
export function findPluginBinary(pluginsDir: string): string {
  const folder = join(pluginsDir, 'datasource', 'cells', 'dist');
  const suffix = `_${OS[process.platform] ?? process.platform}_${ARCH[process.arch] ?? process.arch}`;
  const endings = [suffix, `${suffix}.exe`];
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const found = names.find((name) => name.startsWith('gpx_') && endings.some((ending) => name.endsWith(ending)));
  if (!found) {
    throw new Error(
      `no datasource backend (gpx_*${suffix}) in ${folder}: run \`npm run build\` or name one with --plugin`
    );
  }
  return join(folder, found);
}
