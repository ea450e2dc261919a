import type { GrafanaAccess } from '../alerts/grafana';

/** What a resource of the data source that stores something answers. */
export interface Said {
  event?: Record<string, unknown>;
  /** Of proposed changes. */
  proposal?: Record<string, unknown>;
  /** Of entered values. */
  measurement?: Record<string, unknown>;
  notices?: string[];
  message?: string;
}

const TIMEOUT_MS = 20_000;
/** Before it is sent again, in ms. */
const AGAIN = [500, 2000];

export type Route = 'events' | 'measurements' | 'control-limits' | 'plan-revisions';

/**
 * Stores what is said through Grafana. Without an answer, or where the database had none, the same is sent again under its key, so that
 * it is stored once.
 * @throws Error when Grafana does not answer at all
 */
export async function sayEvent(
  { url, token }: GrafanaAccess,
  datasource: string,
  event: Record<string, unknown>,
  route: Route = 'events'
): Promise<{ status: number; answer: Said }> {
  const address = `${url}/api/datasources/uid/${encodeURIComponent(datasource)}/resources/${route}`;
  const once = async () => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    try {
      return { status: response.status, answer: JSON.parse(text) as Said };
    } catch {
      return {
        status: response.status,
        answer: { message: `What answers at ${address} is no Grafana: ${text.slice(0, 80)}` },
      };
    }
  };
  for (const wait of AGAIN) {
    const said = await once().catch(() => undefined);
    if (said && isSure(said)) {
      return said;
    }
    await new Promise((done) => setTimeout(done, wait));
  }
  const said = await once().catch((error: Error) => {
    const why = (error.cause as Error | undefined)?.message || error.message;
    throw new Error(
      `Grafana at ${url} does not answer (${why}): check --grafana. Whether it was stored is not known; send it again with --key ${String(event['key'])}.`,
      { cause: error }
    );
  });
  if (isSure(said)) {
    return said;
  }
  const { message = `Grafana answered ${said.status} without a reason.` } = said.answer;
  return {
    ...said,
    answer: { ...said.answer, message: `${message} Send it again with --key ${String(event['key'])}.` },
  };
}

/** Whether an answer says that something is stored, or that nothing is. 501: the data source has no login to write. */
const isSure = ({ status }: { status: number }) => status < 500 || status === 501;
