import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type InfluxAccess, influxQuery, InfluxRefusal } from '../influx';

const defaultPrefix = 'cellthread_';
const statements = new URL('../../../../telegraf/influxdb/databases.iql', import.meta.url);

/** Name of each database and the statement that creates it with its retention. */
function creations(prefix: string): Array<{ name: string; statement: string }> {
  return readFileSync(fileURLToPath(statements), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(`"${defaultPrefix}`, `"${prefix}`))
    .flatMap((statement) => {
      const name = /^CREATE DATABASE "([^"]+)"/.exec(statement)?.[1];
      return name === undefined ? [] : [{ name, statement }];
    });
}

/** What became of the databases that a user does not see. */
export interface Creation {
  created: string[];
  /** Neither seen nor to be created by this user: perhaps there, perhaps not. */
  unseen: string[];
}

/** Creates the databases that are missing, as far as the user may. Throws where none of them is to be had. */
export async function createDatabases(access: InfluxAccess, prefix: string): Promise<Creation> {
  const series = await influxQuery(access, 'SHOW DATABASES');
  const present = (series[0]?.values ?? []).map(([name]) => name);
  const all = creations(prefix);
  const missing = all.filter(({ name }) => !present.includes(name));
  const unseen: string[] = [];
  for (const { name, statement } of missing) {
    try {
      await influxQuery(access, statement);
    } catch (cause) {
      if (cause instanceof InfluxRefusal && missing.length < all.length) {
        unseen.push(name);
        continue;
      }
      const advice = `create it by hand (on InfluxDB 2.x a bucket of this name) with this retention: ${statement}`;
      throw new Error(`Database ${name} cannot be created: ${(cause as Error).message}; ${advice}`, { cause });
    }
  }
  return { created: missing.map(({ name }) => name).filter((name) => !unseen.includes(name)), unseen };
}
