import { UsageError } from '../command';

/** The most bytes of one answer: rules of a plant of 100 stations are 2 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

/** Where Grafana is and who asks. */
export interface GrafanaAccess {
  url: string;
  token: string;
  /** The least that the owner of the token has to be; `Admin` where it is left out. */
  role?: Role;
}

type Role = 'Admin' | 'Editor' | 'Viewer';

/** The token is no argument: other users of a machine see those. */
export function grafanaAccess(url: string, env: NodeJS.ProcessEnv = process.env, role: Role = 'Admin'): GrafanaAccess {
  if (!/^https?:\/\/[^/@]+(\/[^@]*)?$/.test(url)) {
    throw new UsageError(`--grafana "${url}" is no address: write for example http://127.0.0.1:3000, without a login.`);
  }
  const token = env['CELLTHREAD_GRAFANA_TOKEN'];
  if (!token) {
    throw new UsageError(
      `CELLTHREAD_GRAFANA_TOKEN is not set: make a service account of role ${role} in Grafana and put its token there.`
    );
  }
  return { url: url.replace(/\/+$/, ''), token, role };
}

/**
 * What Grafana answers to a GET.
 * @throws Error that says what was asked, what happened and what to do
 */
export async function ask<T>({ url, token, role = 'Admin' }: GrafanaAccess, path: string): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new Error(`Grafana at ${url} does not answer (${reason(error)}): check --grafana.`, { cause: error });
  });
  const text = await bounded(response, path);
  if (response.status === 401 || response.status === 403) {
    throw new Error(
      `Grafana lets nobody with this token read ${path} (${response.status}): the service account needs the role ${role}.`
    );
  }
  if (!response.ok) {
    throw new Error(`Grafana answers ${response.status} to ${path}: ${text.slice(0, 200)}`);
  }
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new Error(`What answers at ${url}${path} is no Grafana: ${text.slice(0, 80)}`, { cause });
  }
}

async function bounded({ body }: Response, path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes > MAX_BYTES) {
      await reader?.cancel();
      throw new Error(`Grafana answers more than ${MAX_BYTES} bytes to ${path}: nothing of it was read.`);
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts).toString('utf8');
}

const reason = (error: unknown): string => {
  const { cause, message } = error as Error;
  return (cause as Error | undefined)?.message || message;
};
