import { type Command, UsageError } from '../command';
import { readOptions } from '../readOptions';
import { brokerLogin } from './brokerLogin';
import { connectBroker } from './connectBroker';

const options = {
  mqtt: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
  'mqtt-user': { type: 'string', default: 'telegraf' },
  secrets: { type: 'string' },
} as const;

export const brokerForget: Command = {
  name: 'broker forget',
  about: 'ends the session of a client ID that nobody uses any more, with the messages that wait under it',
  usage: [
    'cellthread broker forget CLIENT_ID',
    '',
    '--mqtt URL                broker, default mqtt://127.0.0.1:1883',
    '--mqtt-user NAME          who logs in, default telegraf',
    '--secrets DIR             folder of the passwords, default the variable CELLTHREAD_SECRETS',
  ],
  async run(args, { out }) {
    const { values, positionals } = readOptions(args, options, 1);
    const [clientId] = positionals;
    if (clientId === undefined) {
      throw new UsageError('CLIENT_ID is missing: say which session is to end.');
    }
    const login = brokerLogin(values['mqtt-user'], values.secrets);
    const client = await connectBroker(values.mqtt, login, { clientId, clean: true });
    await client.endAsync();
    out(`The broker keeps nothing for ${clientId} any more.`);
    return 0;
  },
};
