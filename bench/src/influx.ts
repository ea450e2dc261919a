import { secretsIn } from '@cellthread/stack';
import { influxLogin, readSecret } from 'cellthread-cli';

interface Answer {
  error?: string;
  results?: Array<{ error?: string; series?: Array<{ values: unknown[][] }> }>;
}

/** An InfluxDB of a benchmark and the folder that holds its data and passwords. */
export interface BenchInflux {
  influx: string;
  dataDir: string;
}

/** The header by which its administrator asks. */
export function adminHeaders({ dataDir }: Pick<BenchInflux, 'dataDir'>): Record<string, string> {
  return {
    authorization: influxLogin('', 'admin', readSecret(secretsIn(dataDir), 'influxdb', 'admin')).authorization ?? '',
  };
}

/** Rows of all series of an InfluxQL statement's first result; times in ns (too long for a number: do not compare them). */
export async function influxQuery(at: BenchInflux, database: string, statement: string): Promise<unknown[][]> {
  const response = await fetch(`${at.influx}/query?epoch=ns&db=${database}`, {
    method: 'POST',
    headers: adminHeaders(at),
    body: new URLSearchParams({ q: statement }),
  });
  const answer = (await response.json()) as Answer;
  const error = answer.error ?? answer.results?.find((r) => r.error)?.error;
  if (error) {
    throw new Error(`${statement}: ${error}`);
  }
  return (answer.results?.[0]?.series ?? []).flatMap((series) => series.values);
}
