import { brokerUsers } from '../broker/brokerUsers';
import { influxUsers } from '../database/influxUsers';

/** The users whose secrets are made, by what asks for them: one file `<part>/<user>` each. */
export const secretUsers = {
  influxdb: influxUsers.map(({ name }) => name),
  mqtt: brokerUsers.map(({ name }) => name),
  // Whoever knows the client ID under which the broker keeps a queue can take the queue, whatever its own password.
  'mqtt-client': ['telegraf'],
  grafana: ['admin'],
};

export type SecretPart = keyof typeof secretUsers;

/** The file of mosquitto's password hashes, beside the passwords it is made from. */
export const PASSWORD_FILE = 'mosquitto.passwords';
