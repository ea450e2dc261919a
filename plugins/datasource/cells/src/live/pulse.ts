import type { DataFrame } from '@grafana/data';

/** How a channel stands, as its backend says every few seconds. */
export interface Pulse {
  /** Another one than before: something may have been missed. None: the backend has forgotten the query. */
  epoch: string;
  /** Why nothing is seen at the moment. */
  trouble?: string | undefined;
  /** How often a pulse comes. */
  everyMs: number;
}

/** The pulse that a frame is; undefined for any other frame. */
export function readPulse(frame: DataFrame): Pulse | undefined {
  if (frame.name !== 'pulse') {
    return undefined;
  }
  const first = (name: string): unknown => frame.fields.find((field) => field.name === name)?.values[0];
  return {
    epoch: String(first('epoch') ?? ''),
    trouble: (first('trouble') as string | null) ?? undefined,
    everyMs: Number(first('every_ms')),
  };
}
