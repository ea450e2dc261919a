import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type InfluxAccess, influxQuery } from '../influx';

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

/** Creates the databases that are missing. @returns their names. */
export async function createDatabases(access: InfluxAccess, prefix: string): Promise<string[]> {
  const series = await influxQuery(access, 'SHOW DATABASES');
  const present = (series[0]?.values ?? []).map(([name]) => name);
  const missing = creations(prefix).filter(({ name }) => !present.includes(name));
  for (const { name, statement } of missing) {
    try {
      await influxQuery(access, statement);
    } catch (cause) {
      const advice = `create it by hand (on InfluxDB 2.x a bucket of this name) with this retention: ${statement}`;
      throw new Error(`Database ${name} cannot be created: ${(cause as Error).message}; ${advice}`, { cause });
    }
  }
  return missing.map(({ name }) => name);
}
