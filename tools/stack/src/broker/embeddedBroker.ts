import { readFileSync } from 'node:fs';
import net from 'node:net';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { mayUse, verifies } from 'cellthread-cli';
import { MemoryPersistence } from './MemoryPersistence';

/** What mosquitto.conf allows a message, bytes. */
const LARGEST_MESSAGE = 2 * 1024 ** 2;

/** CONNACK of MQTT 3.1.1: bad user name or password. */
const BAD_LOGIN = 4;

const users = new WeakMap<Client, string>();

/**
 * A broker in this process with the users of a password file, as mosquitto reads it, and the project's access list. Queues and
 * sessions lie in memory only: what waits is lost when it ends.
 */
export async function embeddedBroker(port: number, passwordFile: string): Promise<net.Server> {
  const broker = await Aedes.createBroker({
    persistence: new MemoryPersistence(),
    authenticate(client, username, password, done) {
      const lines = readFileSync(passwordFile, 'utf8').split('\n');
      const given = password?.toString() ?? '';
      const known = Boolean(username) && lines.some((line) => verifies(line, String(username), given));
      if (username && known) {
        users.set(client, username);
      }
      done(known ? null : badLogin(), known);
    },
    authorizePublish(client, packet, done) {
      const user = client ? users.get(client) : undefined;
      const allowed = user !== undefined && mayUse(user, 'publish', packet.topic);
      const fits = Buffer.byteLength(packet.payload) <= LARGEST_MESSAGE;
      done(allowed && fits ? null : new Error(`${user} may not publish this to ${packet.topic}.`));
    },
    // As mosquitto does it: whoever asks for more than may be read hears only of what may.
    authorizeForward(client, packet) {
      const user = users.get(client);
      return user !== undefined && mayUse(user, 'subscribe', packet.topic) ? packet : null;
    },
  });
  for (const failure of ['clientError', 'connectionError'] as const) {
    broker.on(failure, (client, error) => process.stderr.write(`${client.id ?? 'a client'}: ${error.message}\n`));
  }
  const server = net.createServer(broker.handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const badLogin = (): AuthenticateError =>
  Object.assign(new Error('Bad user name or password.'), { returnCode: BAD_LOGIN });
