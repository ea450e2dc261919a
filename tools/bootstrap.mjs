// The one entry of every command: makes sure that Node and the npm packages are there, then hands over to tools/commands.
// Plain Node without packages, since it runs on a bare checkout.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { absolutePlant } from './commands/src/absolutePlant.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [command = 'demo', ...rest] = process.argv.slice(2);
const args = absolutePlant(rest, { cwd: process.cwd(), root, initCwd: process.env.INIT_CWD });
const isWindows = process.platform === 'win32';

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org) and run the command again.`
  );
}
// Without packages, unless files of a plant have to be derived.
if (command === 'demo' && args.includes('--docker') && !args.some((word) => /^--plant(=|$)/.test(word))) {
  const { dockerDemo } = await import('./docker/src/dockerDemo.mjs');
  process.exit(await dockerDemo(args));
}
install();
const child = spawn(
  process.execPath,
  ['--import', 'tsx', path.join(root, 'tools/commands/src/main.ts'), command, ...args],
  { stdio: 'inherit', cwd: root }
);
// A signal sent to this process alone must reach the one that can stop the parts.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.once('exit', (code) => process.exit(code ?? 130));

/** Installs the packages of the lock file, unless the same lock file was installed before. */
function install() {
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules', '.cache', 'cellthread-install');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  process.stdout.write('Installing npm packages (about two minutes the first time) …\n');
  const started = Date.now();
  const npm = spawnSync(isWindows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: isWindows,
  });
  if (npm.status !== 0) {
    fail(
      'npm could not install the packages; its message stands above. Check the network or the registry setting of npm.'
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  process.stdout.write(`npm packages installed (${Math.round((Date.now() - started) / 1000)} s)\n`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
