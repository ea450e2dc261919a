import { type Command, UsageError } from '../command';
import { influxOptions } from '../influx';
import { readOptions } from '../readOptions';
import { prepareDatabase } from './prepareDatabase';

const { url, secrets, 'database-prefix': prefix } = influxOptions;

export const databasePrepare: Command = {
  name: 'database prepare',
  about: 'makes the databases and users of InfluxDB 1.x, each allowed what its part needs',
  usage: [
    '--url URL                 InfluxDB with auth-enabled, default http://127.0.0.1:8086',
    '--secrets DIR             folder of the passwords ("cellthread secrets make"), or the variable CELLTHREAD_SECRETS',
    '--database-prefix PREFIX  default cellthread_',
  ],
  async run(args, { out }) {
    const { values } = readOptions(args, { url, secrets, 'database-prefix': prefix });
    const dir = values.secrets ?? process.env['CELLTHREAD_SECRETS'];
    if (dir === undefined) {
      throw new UsageError('--secrets is missing: say in which folder the passwords lie.');
    }
    const done = await prepareDatabase(values.url, dir, values['database-prefix']);
    (done.length > 0 ? done : ['Nothing to do: databases and users are there.']).forEach((line) => out(line));
    return 0;
  },
};
