import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Env = Record<string, string | undefined>;

/** Which passwords lie in which folder, by the variable that names the user. */
const LOGINS = [
  { part: 'influxdb', user: 'CELLTHREAD_INFLUX_USER', password: 'CELLTHREAD_INFLUX_PASSWORD' },
  { part: 'influxdb', user: 'CELLTHREAD_INFLUX_WRITE_USER', password: 'CELLTHREAD_INFLUX_WRITE_PASSWORD' },
  { part: 'mqtt', user: 'CELLTHREAD_MQTT_USER', password: 'CELLTHREAD_MQTT_PASSWORD' },
];

/**
 * The environment that provisioning files are read with: passwords of database and broker come from their files below
 * CELLTHREAD_SECRETS, so that no child of the workbench (the compiler of its own sources is one) inherits them.
 */
export function withLogins(env: Env): Env {
  const dir = env['CELLTHREAD_SECRETS'];
  const read = LOGINS.flatMap(({ part, user, password }) => {
    const name = env[user];
    return dir && name && !env[password] ? [[password, readFileSync(join(dir, part, name), 'utf8').trim()]] : [];
  });
  return { ...env, ...Object.fromEntries(read) };
}
