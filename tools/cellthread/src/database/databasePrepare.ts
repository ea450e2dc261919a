import { type Command, UsageError } from '../command';
import { influxOptions } from '../influx';
import { readOptions } from '../readOptions';
import { awaitInflux } from './awaitInflux';
import { prepareDatabase } from './prepareDatabase';

const { url, secrets, 'database-prefix': prefix } = influxOptions;

export const databasePrepare: Command = {
  name: 'database prepare',
  about: 'makes the databases and users of InfluxDB 1.x, each allowed what its part needs',
  usage: [
    '--url URL                 InfluxDB with auth-enabled, default http://127.0.0.1:8086',
    '--secrets DIR             folder of the passwords ("cellthread secrets make"), or the variable CELLTHREAD_SECRETS',
    '--database-prefix PREFIX  default cellthread_',
    '--wait SECONDS            how long to wait for InfluxDB to answer, default 0',
  ],
  async run(args, { out }) {
    const { values } = readOptions(args, {
      url,
      secrets,
      'database-prefix': prefix,
      wait: { type: 'string', default: '0' },
    });
    const dir = values.secrets ?? process.env['CELLTHREAD_SECRETS'];
    if (dir === undefined) {
      throw new UsageError('--secrets is missing: say in which folder the passwords lie.');
    }
    await awaitInflux(values.url, seconds(values.wait));
    const done = await prepareDatabase(values.url, dir, values['database-prefix']);
    (done.length > 0 ? done : ['Nothing to do: databases and users are there.']).forEach((line) => out(line));
    return 0;
  },
};

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) {
    throw new UsageError(`--wait ${text} is no number of seconds: write for example 60.`);
  }
  return value;
}
