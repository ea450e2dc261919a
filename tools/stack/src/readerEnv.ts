import { readSecret } from 'cellthread-cli';
import { secretsIn } from './secretsIn';

/** The variables by which the provisioned data source logs in at the database of a stack with that data folder. */
export function readerEnv(dataDir: string): Record<string, string> {
  const user = 'cellthread_read';
  return { CELLTHREAD_INFLUX_USER: user, CELLTHREAD_INFLUX_PASSWORD: readSecret(secretsIn(dataDir), 'influxdb', user) };
}
