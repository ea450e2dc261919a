import { type FieldValue, metaFields, type PlanMeasurement, type PlanRow, rowKinds } from '@cellthread/plan';
import { type InfluxAccess, influxQuery, type Series } from '../influx';

/** @returns the rows of a series; empty columns are fields that a row does not state. */
function rowsOf({ name, tags = {}, columns, values }: Series): PlanRow[] {
  return values.map((cells) => {
    const stated = Object.fromEntries(
      columns.map((column, index) => [column, cells[index]] as const).filter(([, value]) => value !== null)
    ) as Record<string, FieldValue>;
    const own = Object.entries(stated).filter(([column]) => column !== 'time' && !(column in metaFields));
    return {
      measurement: name as PlanMeasurement,
      tags,
      fields: Object.fromEntries(own),
      effective_s: Number(stated['time']),
      revision: Number(stated['revision'] ?? 0),
      recorded_ms: Number(stated['recorded_ms'] ?? 0),
      active: stated['active'] !== false,
      author: String(stated['author'] ?? ''),
      reason: String(stated['reason'] ?? ''),
      sha256: String(stated['sha256'] ?? ''),
      origin: String(stated['origin'] ?? ''),
    };
  });
}

/** Also what takes effect in the future. */
const always = "time >= '1970-01-01T00:00:00Z' AND time < '2200-01-01T00:00:00Z'";

/** Every row of the plan ever written, in order of time within its key; none if there is no such database. */
export async function storedRows(access: InfluxAccess, database: string): Promise<PlanRow[]> {
  const names = (await influxQuery(access, 'SHOW DATABASES'))[0]?.values ?? [];
  if (!names.some(([name]) => name === database)) {
    return [];
  }
  const rows: PlanRow[] = [];
  for (const { measurement } of rowKinds) {
    const series = await influxQuery(access, `SELECT * FROM "${measurement}" WHERE ${always} GROUP BY *`, database);
    rows.push(...series.flatMap(rowsOf));
  }
  return rows;
}
