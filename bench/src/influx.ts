interface Answer {
  error?: string;
  results?: Array<{ error?: string; series?: Array<{ values: unknown[][] }> }>;
}

/** Rows of all series of an InfluxQL statement's first result; times in ns (too long for a number: do not compare them). */
export async function influxQuery(influx: string, database: string, statement: string): Promise<unknown[][]> {
  const response = await fetch(`${influx}/query?epoch=ns&db=${database}`, {
    method: 'POST',
    body: new URLSearchParams({ q: statement }),
  });
  const answer = (await response.json()) as Answer;
  const error = answer.error ?? answer.results?.find((r) => r.error)?.error;
  if (error) {
    throw new Error(`${statement}: ${error}`);
  }
  return (answer.results?.[0]?.series ?? []).flatMap((series) => series.values);
}
