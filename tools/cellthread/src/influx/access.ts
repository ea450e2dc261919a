import { UsageError } from '../command';
import { readSecret } from '../secrets/readSecret';

/** Where InfluxDB is and who asks. */
export interface InfluxAccess {
  url: string;
  /** For example `Token …` or `Basic …`. */
  authorization?: string;
}

/** Options every command that talks to InfluxDB takes. Passwords never: other users of a machine see arguments. */
export const influxOptions = {
  url: { type: 'string', default: 'http://127.0.0.1:8086' },
  'database-prefix': { type: 'string', default: 'cellthread_' },
  secrets: { type: 'string' },
  user: { type: 'string' },
} as const;

export const influxUsage = [
  '--url URL                 InfluxDB, default http://127.0.0.1:8086',
  '--database-prefix PREFIX  default cellthread_',
  '--secrets DIR             folder of the passwords ("cellthread secrets make"), or the variable CELLTHREAD_SECRETS',
  '--user NAME               in place of the command’s own user; without --secrets its password is in the variable',
  '                          CELLTHREAD_PASSWORD. A token (2.x, 3) is in CELLTHREAD_TOKEN',
];

/**
 * Who asks InfluxDB: a token of the environment, the user of a secrets folder, or a user with a password of the environment.
 * @param own the user that the command works as, unless another is named
 */
export function influxAccess(
  values: { url: string; user?: string; secrets?: string },
  own: string,
  env: NodeJS.ProcessEnv = process.env
): InfluxAccess {
  const url = addressOf(values.url);
  const token = env['CELLTHREAD_TOKEN'];
  if (token !== undefined) {
    return { url, authorization: `Token ${token}` };
  }
  const secrets = values.secrets ?? env['CELLTHREAD_SECRETS'];
  if (secrets !== undefined) {
    const user = values.user ?? own;
    return influxLogin(url, user, readSecret(secrets, 'influxdb', user));
  }
  return values.user === undefined ? { url } : influxLogin(url, values.user, env['CELLTHREAD_PASSWORD'] ?? '');
}

/** The address of `--url`, without user and password: other users of a machine see arguments. */
function addressOf(text: string): string {
  if (!/^https?:\/\/[^/]+/.test(text)) {
    throw new UsageError(`--url "${text}" is no address: write for example http://127.0.0.1:8086.`);
  }
  if (/^https?:\/\/[^/]*@/.test(text)) {
    throw new UsageError(
      '--url holds a user or password, which other users of this machine can see: use --secrets or --user.'
    );
  }
  return text.replace(/\/+$/, '');
}

/** Access with user and password (InfluxDB 1.x). */
export const influxLogin = (url: string, user: string, password: string): InfluxAccess => ({
  url,
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
