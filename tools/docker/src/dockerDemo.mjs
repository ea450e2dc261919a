// `npm run demo -- --docker`: the plant with docker compose and a full Grafana. Plain Node without packages, since a Docker
// user has no need to install any.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeOptions, dockerUsage } from './composeOptions.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Runs until Ctrl-C, with `plant` in its environment where it is not the default one; resolves with the exit code. */
export async function dockerDemo(args, plant = {}) {
  let options;
  try {
    options = composeOptions(args);
  } catch (error) {
    return failed(`${error.message}\n\n${dockerUsage}`);
  }
  if (options === 'help') {
    process.stdout.write(dockerUsage);
    return 0;
  }
  const missing = missingPart();
  if (missing) {
    return failed(missing);
  }
  const env = { ...process.env, ...plant, ...options.env };
  const compose = (...words) => run(['compose', ...words], env);
  const project = plant.COMPOSE_PROJECT_NAME ? ` --project-name ${plant.COMPOSE_PROJECT_NAME}` : '';
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => resolve('stop'));
    }
  });
  const up = await compose('up', '--build', '--detach', '--wait', ...options.up);
  if (up !== 0) {
    await compose('stop');
    return failed('docker compose could not bring the stack up; what it said stands above.');
  }
  process.stdout.write(`
  Open http://127.0.0.1:${env.CELLTHREAD_GRAFANA_PORT ?? 3000}   (a Viewer without login; Ctrl-C stops everything)
  The password of admin: docker compose${project} exec grafana cat /run/cellthread/grafana_admin

`);
  // Listening to signals alone does not keep Node running.
  const awake = setInterval(() => undefined, 2 ** 30);
  await stopped;
  clearInterval(awake);
  process.stdout.write('\nStopping …\n');
  return compose('stop');
}

/** A sentence when Docker, its engine or Compose v2 is not there. */
function missingPart() {
  const answer = (...words) => spawnSync('docker', words, { encoding: 'utf8' });
  if (answer('--version').error) {
    return 'Docker is not installed. `npm run demo` without --docker needs only Node and Go.';
  }
  const { status, stdout } = answer('compose', 'version', '--short');
  if (status !== 0 || !/^v?[2-9]/.test(stdout)) {
    return 'Docker Compose v2 is missing (`docker compose version` fails): install the package docker-compose-plugin; the older docker-compose 1.x cannot read the file.';
  }
  return answer('info').status === 0 ? undefined : 'The Docker engine does not answer (`docker info` fails): start it.';
}

function run(words, env) {
  return new Promise((resolve) => {
    const child = spawn('docker', words, { stdio: 'inherit', cwd: root, env });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function failed(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
