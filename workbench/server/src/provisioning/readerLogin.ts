import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Env = Record<string, string | undefined>;

/**
 * The environment that provisioning files are read with: the password of the database's reader comes from its file below
 * CELLTHREAD_SECRETS, so that no child of the workbench (the compiler of its own sources is one) inherits it.
 */
export function withReaderLogin(env: Env): Env {
  const { CELLTHREAD_SECRETS: dir, CELLTHREAD_INFLUX_USER: user, CELLTHREAD_INFLUX_PASSWORD: given } = env;
  if (!dir || !user || given) {
    return env;
  }
  return { ...env, CELLTHREAD_INFLUX_PASSWORD: readFileSync(join(dir, 'influxdb', user), 'utf8').trim() };
}
