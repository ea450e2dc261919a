import { readSecret } from '../secrets/readSecret';

/** How a client logs in at the broker; nothing where it has no users. */
export interface BrokerLogin {
  username?: string;
  password?: string;
}

/** The login of a user: its password from the secrets folder, else from CELLTHREAD_MQTT_PASSWORD, else none. */
export function brokerLogin(
  user: string,
  secrets: string | undefined,
  env: NodeJS.ProcessEnv = process.env
): BrokerLogin {
  const dir = secrets ?? env['CELLTHREAD_SECRETS'];
  const password = dir === undefined ? env['CELLTHREAD_MQTT_PASSWORD'] : readSecret(dir, 'mqtt', user);
  return password === undefined ? {} : { username: user, password };
}
