import { brokerUsers } from '../broker/brokerUsers';
import { influxUsers } from '../database/influxUsers';

/** The users whose passwords are made, by the part that asks for them: one file `<part>/<user>` each. */
export const secretUsers = {
  influxdb: influxUsers.map(({ name }) => name),
  mqtt: brokerUsers.map(({ name }) => name),
  grafana: ['admin'],
};

export type SecretPart = keyof typeof secretUsers;

/** The file of mosquitto's password hashes, beside the passwords it is made from. */
export const PASSWORD_FILE = 'mosquitto.passwords';
