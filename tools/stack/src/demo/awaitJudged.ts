import { until } from '../until';

/** What an answer says beside its rows while not all that came is judged (docs/datasource.md). */
interface Behind {
  behind?: number;
  judgedMs?: number;
  leftMs?: number;
}

interface Answer {
  results: Record<string, { error?: string; frames?: Array<{ schema: { meta?: { custom?: Behind } } }> }>;
}

const query = { refId: 'A', datasource: { uid: 'cellthread' }, queryType: 'signals', kinds: ['out-of-control'] };

/** How long whoever waits for the first page waits for the whole history, in ms: on a busy machine the page says what is still read. */
const PATIENCE_MS = 60_000;

/** Resolves when the monitors have judged all that was stored before a moment (Unix ms), so that the first page tells of it; or after a minute. */
export async function awaitJudged(
  workbench: string,
  storedMs: number,
  failed: () => string | undefined
): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  await until('The judging of the history', async () => Date.now() > end || (await judged(workbench, storedMs)), {
    timeoutMs: 2 * PATIENCE_MS,
    everyMs: 250,
    failed,
  });
}

async function judged(workbench: string, storedMs: number): Promise<boolean> {
  const now = Date.now();
  const answer = await fetch(`${workbench}/api/ds/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: String(now - 3_600_000), to: String(now), queries: [query] }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  const of = answer && ((await answer.json()) as Answer).results.A;
  const frame = of?.frames?.[0];
  return frame !== undefined && of?.error === undefined && isJudged(frame.schema.meta?.custom ?? {}, storedMs);
}

/** Whether an answer that says so much beside its rows tells of all that was stored before a moment. */
export function isJudged({ judgedMs, leftMs }: Behind, storedMs: number): boolean {
  return leftMs === undefined && (judgedMs === undefined || judgedMs >= storedMs);
}
