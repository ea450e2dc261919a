import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { type Run } from '../Run';
import { pluginDir, root } from '../paths';
import { createProgress } from '../progress';
import { mustRun } from '../runProgram';
import { billsOfMaterials } from './billsOfMaterials';
import { build, pluginFolders } from './build';
import { requireGo } from '../programs/goPrograms';

const platforms = ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64', 'windows/amd64'];

/** `npm run package`: one archive a plugin in `dist/`, as Grafana's plugin folder and catalog take it. */
export const archive: Run = async () => {
  const progress = createProgress((line) => process.stdout.write(`${line}\n`));
  requireGo();
  for (const platform of platforms) {
    await progress.step(`datasource for ${platform}`, () => buildFor(platform));
  }
  await build();
  const target = path.join(root, 'dist');
  mkdirSync(target, { recursive: true });
  for (const folder of pluginFolders()) {
    const dist = path.join(folder, 'dist');
    const { id, info } = JSON.parse(readFileSync(path.join(dist, 'plugin.json'), 'utf8')) as {
      id: string;
      info: { version: string };
    };
    const file = path.join(target, `${id}-${info.version}.zip`);
    writeFileSync(file, zipSync({ [id]: contents(dist) }, { level: 9 }));
    process.stdout.write(`  ${path.relative(root, file)}\n`);
  }
  await progress.step('bills of materials', () => billsOfMaterials(target));
  return 0;
};

async function buildFor(platform: string): Promise<void> {
  const [os = '', arch = ''] = platform.split('/');
  const file = path.join(pluginDir, 'dist', `gpx_cells_${os}_${arch}${os === 'windows' ? '.exe' : ''}`);
  await mustRun('go', ['build', '-trimpath', '-ldflags', '-w -s', '-o', file, './pkg'], {
    cwd: pluginDir,
    env: { CGO_ENABLED: '0', GOOS: os, GOARCH: arch },
  });
  chmodSync(file, 0o755);
}

/** A folder as the archive holds it; programs keep the right to be run. */
function contents(folder: string): Zippable {
  const entries = readdirSync(folder).map((name) => {
    const place = path.join(folder, name);
    if (statSync(place).isDirectory()) {
      return [name, contents(place)] as const;
    }
    const mode = name.startsWith('gpx_') ? 0o755 : 0o644;
    return [name, [new Uint8Array(readFileSync(place)), { os: 3, attrs: mode << 16 }]] as const;
  });
  return Object.fromEntries(entries) as Zippable;
}
