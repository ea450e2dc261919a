import { UsageError } from './command';
import { readSecret } from './secrets/readSecret';

/** Where InfluxDB is and who asks. */
export interface InfluxAccess {
  url: string;
  /** For example `Token …` or `Basic …`. */
  authorization?: string;
}

/** InfluxDB answered, and did not do what it was asked; `status` is that of HTTP. */
export class InfluxError extends Error {
  override name = 'InfluxError';

  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}

export interface Series {
  name: string;
  tags?: Record<string, string>;
  columns: string[];
  values: unknown[][];
}

/** InfluxDB knows the user not, or not for this statement. */
export class InfluxRefusal extends Error {
  override name = 'InfluxRefusal';
}

/** Options every command that talks to InfluxDB takes. Passwords never: other users of a machine see arguments. */
export const influxOptions = {
  url: { type: 'string', default: 'http://127.0.0.1:8086' },
  'database-prefix': { type: 'string', default: 'cellthread_' },
  secrets: { type: 'string' },
  user: { type: 'string' },
} as const;

export const influxUsage = [
  '--url URL                 InfluxDB, default http://127.0.0.1:8086',
  '--database-prefix PREFIX  default cellthread_',
  '--secrets DIR             folder of the passwords ("cellthread secrets make"), or the variable CELLTHREAD_SECRETS',
  '--user NAME               in place of the command’s own user; without --secrets its password is in the variable',
  '                          CELLTHREAD_PASSWORD. A token (2.x, 3) is in CELLTHREAD_TOKEN',
];

/**
 * Who asks InfluxDB: a token of the environment, the user of a secrets folder, or a user with a password of the environment.
 * @param own the user that the command works as, unless another is named
 */
export function influxAccess(
  values: { url: string; user?: string; secrets?: string },
  own: string,
  env: NodeJS.ProcessEnv = process.env
): InfluxAccess {
  const url = addressOf(values.url);
  const token = env['CELLTHREAD_TOKEN'];
  if (token !== undefined) {
    return { url, authorization: `Token ${token}` };
  }
  const secrets = values.secrets ?? env['CELLTHREAD_SECRETS'];
  if (secrets !== undefined) {
    const user = values.user ?? own;
    return influxLogin(url, user, readSecret(secrets, 'influxdb', user));
  }
  return values.user === undefined ? { url } : influxLogin(url, values.user, env['CELLTHREAD_PASSWORD'] ?? '');
}

/** The address of `--url`, without user and password: other users of a machine see arguments. */
function addressOf(text: string): string {
  if (!/^https?:\/\/[^/]+/.test(text)) {
    throw new UsageError(`--url "${text}" is no address: write for example http://127.0.0.1:8086.`);
  }
  if (/^https?:\/\/[^/]*@/.test(text)) {
    throw new UsageError(
      '--url holds a user or password, which other users of this machine can see: use --secrets or --user.'
    );
  }
  return text.replace(/\/+$/, '');
}

/** Access with user and password (InfluxDB 1.x). */
export const influxLogin = (url: string, user: string, password: string): InfluxAccess => ({
  url,
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

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
    throw new InfluxRefusal(
      `InfluxDB at ${access.url} refuses (${response.status}: ${errorOf(text)}): give --secrets DIR, or --user with CELLTHREAD_PASSWORD, or CELLTHREAD_TOKEN.`
    );
  }
  if (!response.ok) {
    throw new InfluxError(`InfluxDB at ${access.url} answered ${response.status}: ${errorOf(text)}`, response.status);
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
