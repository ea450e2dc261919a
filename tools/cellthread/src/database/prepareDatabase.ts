import { type InfluxAccess, influxLogin, influxQuery, InfluxRefusal } from '../influx';
import { createDatabases } from '../plan/databases';
import { readSecret } from '../secrets/readSecret';
import { type InfluxUser, influxUsers } from './influxUsers';

/**
 * Makes databases and users of an InfluxDB 1.x that asks for logins, with the passwords of a secrets folder. What is
 * there stays; a user whose password changed gets the new one. A database without users gets its administrator first.
 * @returns what was made or changed, as sentences
 */
export async function prepareDatabase(url: string, secrets: string, prefix = 'cellthread_'): Promise<string[]> {
  const done: string[] = [];
  const admin = await administrator(url, secrets, done);
  const { created } = await createDatabases(admin, prefix);
  if (created.length > 0) {
    done.push(`Created ${created.join(', ')}.`);
  }
  const present = new Set((await influxQuery(admin, 'SHOW USERS'))[0]?.values.map(([name]) => name));
  for (const user of influxUsers.filter(({ may }) => may !== 'admin')) {
    const password = readSecret(secrets, 'influxdb', user.name);
    if (!present.has(user.name)) {
      await influxQuery(admin, `CREATE USER "${user.name}" WITH PASSWORD ${quoted(password)}`);
      done.push(`User ${user.name} made, for ${user.for}.`);
    } else if (!(await logsIn(url, user.name, password))) {
      await influxQuery(admin, `SET PASSWORD FOR "${user.name}" = ${quoted(password)}`);
      done.push(`User ${user.name} has a new password.`);
    }
    await grant(admin, user, prefix);
  }
  return done;
}

/** The administrator's access; makes that user where the database has none yet. */
async function administrator(url: string, secrets: string, done: string[]): Promise<InfluxAccess> {
  const { name } = influxUsers.find(({ may }) => may === 'admin')!;
  const password = readSecret(secrets, 'influxdb', name);
  const access = influxLogin(url, name, password);
  try {
    await influxQuery(access, 'SHOW USERS');
  } catch (error) {
    if (!(error instanceof InfluxRefusal)) {
      throw error;
    }
    try {
      // Only a database without an administrator takes this from whoever asks.
      await influxQuery({ url }, `CREATE USER "${name}" WITH PASSWORD ${quoted(password)} WITH ALL PRIVILEGES`);
    } catch (cause) {
      throw new Error(
        `InfluxDB at ${url} has an administrator already, and does not know ${name} with the password in ${secrets}/influxdb/${name}: ` +
          'put the right one there. If it is lost: stop InfluxDB, start it with [http] auth-enabled = false, DROP USER "admin", and start again.',
        { cause }
      );
    }
    done.push(`User ${name} made, who ${influxUsers[0]!.for}.`);
  }
  return access;
}

async function logsIn(url: string, user: string, password: string): Promise<boolean> {
  try {
    await influxQuery(influxLogin(url, user, password), 'SHOW DATABASES');
    return true;
  } catch (error) {
    if (error instanceof InfluxRefusal) {
      return false;
    }
    throw error;
  }
}

/** Grants are repeated at every start: each is one line of InfluxDB's own log of facts. */
async function grant(admin: InfluxAccess, { name, may }: InfluxUser, prefix: string): Promise<void> {
  for (const [database, privilege] of Object.entries(may)) {
    await influxQuery(admin, `GRANT ${privilege} ON "${prefix}${database}" TO "${name}"`);
  }
}

/** A text as InfluxQL writes it: a plant may put passwords of its own into the files. */
const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
