import type { Plan } from '@cellthread/plan';
import { type InfluxAccess, influxQuery } from '../influx';

/** `station field` → the type InfluxDB keeps it with; nothing where the database does not exist. */
async function fieldTypes(access: InfluxAccess, database: string): Promise<Map<string, string>> {
  const names = (await influxQuery(access, 'SHOW DATABASES'))[0]?.values ?? [];
  if (!names.some(([name]) => name === database)) {
    return new Map();
  }
  const series = await influxQuery(access, 'SHOW FIELD KEYS', database);
  return new Map(series.flatMap(({ name, values }) => values.map(([key, type]) => [`${name} ${key}`, String(type)])));
}

/**
 * A field keeps its type: values of another one would be refused by the database, and with them the visit.
 * @throws Error naming every characteristic that is planned as text and stored as number, or the other way.
 */
export async function requireStoredTypes(access: InfluxAccess, database: string, plan: Plan): Promise<void> {
  const stored = await fieldTypes(access, database);
  const conflicts = plan.stations.flatMap((station) =>
    station.characteristics.flatMap(({ id, type }) => {
      const is = stored.get(`${station.id} ${id}`);
      const planned = type === 'text' ? 'string' : 'float';
      return is === undefined || is === planned
        ? []
        : [`${station.id} ${id} is planned as ${type} and stored as ${is}`];
    })
  );
  if (conflicts.length > 0) {
    throw new Error(
      `${conflicts.join('; ')}. A field of InfluxDB keeps its type: give the characteristic another id. Nothing was written.`
    );
  }
}
