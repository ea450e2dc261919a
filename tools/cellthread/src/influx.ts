import { UsageError } from './command';

/** Where InfluxDB is and who asks. */
export interface InfluxAccess {
  url: string;
  /** For example `Token …` or `Basic …`. */
  authorization?: string;
}

export interface Series {
  name: string;
  tags?: Record<string, string>;
  columns: string[];
  values: unknown[][];
}

/** Options every command that talks to InfluxDB takes. */
export const influxOptions = {
  url: { type: 'string', default: 'http://127.0.0.1:8086' },
  'database-prefix': { type: 'string', default: 'cellthread_' },
  user: { type: 'string' },
  password: { type: 'string' },
  token: { type: 'string' },
} as const;

export const influxUsage = [
  '--url URL                 InfluxDB, default http://127.0.0.1:8086',
  '--database-prefix PREFIX  default cellthread_',
  '--user NAME               with --password or the variable CELLTHREAD_PASSWORD',
  '--token TOKEN             or the variable CELLTHREAD_TOKEN',
];

export function influxAccess(
  values: { url: string; user?: string; password?: string; token?: string },
  env: NodeJS.ProcessEnv = process.env
): InfluxAccess {
  if (!/^https?:\/\/[^/]+/.test(values.url)) {
    throw new UsageError(`--url "${values.url}" is no address: write for example http://127.0.0.1:8086.`);
  }
  const url = values.url.replace(/\/+$/, '');
  const token = values.token ?? env['CELLTHREAD_TOKEN'];
  if (token !== undefined) {
    return { url, authorization: `Token ${token}` };
  }
  if (values.user === undefined) {
    return { url };
  }
  const secret = `${values.user}:${values.password ?? env['CELLTHREAD_PASSWORD'] ?? ''}`;
  return { url, authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
}

async function send(access: InfluxAccess, path: string, body: string, type: string): Promise<string> {
  const headers: Record<string, string> = { 'Content-Type': type, Accept: 'application/json' };
  if (access.authorization !== undefined) {
    headers['Authorization'] = access.authorization;
  }
  let response: Response;
  try {
    response = await fetch(`${access.url}${path}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(30_000),
    });
  } catch (cause) {
    const reason = (cause as { cause?: { code?: string } }).cause?.code ?? (cause as Error).message;
    throw new Error(`InfluxDB at ${access.url} does not answer (${reason}): check --url and that it runs.`, { cause });
  }
  const text = await response.text();
  if (response.status === 401 || response.status === 403) {
    throw new Error(`InfluxDB at ${access.url} refuses (${response.status}): check --user and --password, or --token.`);
  }
  if (!response.ok) {
    throw new Error(`InfluxDB at ${access.url} answered ${response.status}: ${errorOf(text)}`);
  }
  return text;
}

function errorOf(text: string): string {
  try {
    return String((JSON.parse(text) as { error?: string; message?: string }).error ?? text);
  } catch {
    return text.slice(0, 300);
  }
}

/** Runs one InfluxQL statement; times come as whole seconds. A statement's error hides inside HTTP 200 and is thrown. */
export async function influxQuery(access: InfluxAccess, q: string, database?: string): Promise<Series[]> {
  const form = new URLSearchParams({ q, epoch: 's', ...(database === undefined ? {} : { db: database }) });
  const text = await send(access, '/query', form.toString(), 'application/x-www-form-urlencoded');
  const answer = JSON.parse(text) as { error?: string; results?: Array<{ error?: string; series?: Series[] }> };
  const error = answer.error ?? answer.results?.find((result) => result.error !== undefined)?.error;
  if (error !== undefined) {
    throw new Error(`InfluxDB at ${access.url} says: ${error}`);
  }
  return answer.results?.[0]?.series ?? [];
}

/** Writes lines of line protocol with times in ns. */
export async function influxWrite(access: InfluxAccess, database: string, lines: string[]): Promise<void> {
  await send(access, `/write?db=${encodeURIComponent(database)}&precision=ns`, lines.join('\n'), 'text/plain');
}
