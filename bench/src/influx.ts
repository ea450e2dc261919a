import { secretsIn } from '@cellthread/stack';
import { type InfluxAccess, influxLogin, influxQuery, type QueryOptions, readSecret } from 'cellthread-cli';

/** An InfluxDB of a benchmark and the folder that holds its data and passwords. */
export interface BenchInflux {
  influx: string;
  dataDir: string;
}

/** Its administrator's access. */
export const adminOf = ({ influx, dataDir }: BenchInflux): InfluxAccess =>
  influxLogin(influx, 'admin', readSecret(secretsIn(dataDir), 'influxdb', 'admin'));

/** Rows of all series of an InfluxQL statement. */
export async function rowsOf(
  at: BenchInflux,
  database: string,
  statement: string,
  options?: QueryOptions
): Promise<unknown[][]> {
  const series = await influxQuery(adminOf(at), statement, database, { times: 'ns', ...options });
  return series.flatMap(({ values }) => values);
}
