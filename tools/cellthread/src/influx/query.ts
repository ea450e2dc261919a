import { type InfluxAccess } from './access';
import { refusalOf, silenceOf } from './errors';

export interface Series {
  name: string;
  tags?: Record<string, string>;
  columns: string[];
  values: unknown[][];
}

export interface QueryOptions {
  /** Values of the names that stand in the statement as `$name`. */
  params?: Record<string, string | number | boolean>;
  /** Times as whole seconds (the default), as ns (too long for a number: do not compare them), or as RFC 3339 with all digits. */
  times?: 's' | 'ns' | 'rfc3339';
}

interface Answer {
  error?: string;
  results?: Array<{ error?: string; series?: Series[] }>;
}

const TIMEOUT_MS = 30_000;

/**
 * The series of one InfluxQL statement, over v1 `/query`.
 * @throws InfluxRefusal, InfluxError, or an Error that says why no answer came; a statement's error hides inside HTTP 200
 */
export async function influxQuery(
  { url, authorization }: InfluxAccess,
  q: string,
  database?: string,
  { params, times = 's' }: QueryOptions = {}
): Promise<Series[]> {
  const form = new URLSearchParams({
    q,
    ...(times === 'rfc3339' ? {} : { epoch: times }),
    ...(database === undefined ? {} : { db: database }),
    ...(params === undefined ? {} : { params: JSON.stringify(params) }),
  });
  let response: Response;
  try {
    response = await fetch(`${url}/query`, {
      method: 'POST',
      headers: { Accept: 'application/json', ...(authorization === undefined ? {} : { Authorization: authorization }) },
      body: form,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw silenceOf(url, cause);
  }
  const text = await response.text();
  if (!response.ok) {
    throw refusalOf(url, response.status, text);
  }
  const answer = JSON.parse(text) as Answer;
  const error = answer.error ?? answer.results?.find((result) => result.error !== undefined)?.error;
  if (error !== undefined) {
    throw new Error(`InfluxDB at ${url} says: ${error}`);
  }
  return answer.results?.[0]?.series ?? [];
}
