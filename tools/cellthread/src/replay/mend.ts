import type { RejectedRow } from './rejectedRow';

/** What is to be sent again, or why it cannot be. */
export type Mended = { payload: string } | { refused: string };

const TIMES = ['timestamp_ms', 'started_ms', 'from_ms', 'to_ms', 'expires_ms'];

/** The payload of a rejected input with its times moved by `shiftMs`, or the reason why it must not be sent again. */
export function mend(row: RejectedRow, shiftMs: number): Mended {
  if (row.truncated) {
    return { refused: 'only the beginning of its payload was kept: send it again from its source' };
  }
  if (!row.topic.startsWith('umh/')) {
    return { refused: 'it came from a file: copy the file back into the folder of cycler exports' };
  }
  if (shiftMs === 0) {
    return { payload: row.payload };
  }
  const body = parsed(row.payload);
  if (body === undefined) {
    return { refused: 'its payload is no JSON object, so it has no times to shift' };
  }
  for (const key of TIMES) {
    if (typeof body[key] === 'number') {
      body[key] += shiftMs;
    }
  }
  return { payload: JSON.stringify(body) };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}
