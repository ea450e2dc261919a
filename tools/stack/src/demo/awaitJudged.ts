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

/** Resolves when the monitors have judged all that was stored before a moment (Unix ms): whoever opens a page then is told of it. */
export async function awaitJudged(
  workbench: string,
  storedMs: number,
  failed: () => string | undefined
): Promise<void> {
  await until('The judging of the history', () => judged(workbench, storedMs), {
    timeoutMs: 300_000,
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
  });
  const of = ((await answer.json()) as Answer).results.A;
  const frame = of?.frames?.[0];
  return frame !== undefined && of?.error === undefined && isJudged(frame.schema.meta?.custom ?? {}, storedMs);
}

/** Whether an answer that says so much beside its rows tells of all that was stored before a moment. */
export function isJudged({ judgedMs, leftMs }: Behind, storedMs: number): boolean {
  return leftMs === undefined && (judgedMs === undefined || judgedMs >= storedMs);
}
