import { spawn } from 'node:child_process';
import { findProgram } from '../parts/findProgram';
import { root } from '../paths';
import { StackError } from '../stackError';

/** `npm run demo -- --docker`: docker compose in the foreground; Ctrl-C goes to it. */
export async function dockerDemo(): Promise<number> {
  const docker = findProgram('docker');
  if (!docker) {
    throw new StackError('Docker is not installed. `npm run demo` without --docker needs only Node and Go.');
  }
  process.stdout.write('Grafana will answer at http://127.0.0.1:3000 (admin login in docker-compose.yml).\n');
  return new Promise((resolve) => {
    const child = spawn(docker, ['compose', 'up', '--build'], { stdio: 'inherit', cwd: root });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
