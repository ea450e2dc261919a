import { createHash } from 'node:crypto';

/** The fields of an event, of which its hash is made with its tags and its time. */
export const sealedFields = {
  texts: [
    'answers',
    'approver',
    'asked',
    'author',
    'badge',
    'characteristic',
    'content',
    'disposition',
    'equipment',
    'event_id',
    'former_id',
    'hold_id',
    'item_id',
    'position',
    'reference',
    'rule',
    'sender',
    'severity',
    'source',
    'station',
    'target_id',
    'target_type',
    'text',
  ],
  numbers: ['amount', 'expires_ms', 'from_m', 'from_ms', 'pass_ms', 'received_ms', 'to_m', 'to_ms'],
} as const;

export const sealedTags = ['bucket', 'kind', 'site'] as const;

/** A stored row of an event. */
export interface EventRow {
  /** ns, all digits. */
  time: string;
  tags: Record<string, string>;
  fields: Record<string, string | number>;
}

/**
 * A row as the one text that stands for it, a JSON object without spaces: every tag and field, and its `time` as a text of nanoseconds;
 * sorted by name; texts and numbers as ECMAScript writes them. An empty text is left out.
 */
export function canonical({ time, tags, fields }: EventRow): string {
  const all: Record<string, string | number> = { ...tags, ...fields, time };
  const names = Object.keys(all).filter((name) => all[name] !== '');
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(all[name])}`)
    .join(',')}}`;
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
