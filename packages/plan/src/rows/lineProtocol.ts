import { rowKinds } from './planRows';
import type { FieldType, FieldValue, PlanRow } from './row';

/** Fields every row carries besides its own. */
export const metaFields: Record<string, { type: FieldType; about: string }> = {
  revision: { type: 'int', about: 'counts pushes; of two rows with one time of effect the greater holds' },
  recorded_ms: { type: 'int', about: 'when it was written, Unix ms' },
  active: { type: 'bool', about: 'false: withdrawn' },
  author: { type: 'text', about: 'who wrote it' },
  reason: { type: 'text', about: 'why' },
  sha256: { type: 'text', about: 'of the content: tags and own fields' },
  origin: { type: 'text', about: '`plan` if `plan push` wrote it, which never touches other rows' },
};

function encodeField(type: FieldType, value: FieldValue): string {
  switch (type) {
    case 'text':
      return `"${String(value).replace(/[\\"]/g, '\\$&')}"`;
    case 'int':
      return `${Math.round(Number(value))}i`;
    case 'float':
      return String(Number(value));
    case 'bool':
      return value ? 'true' : 'false';
  }
}

const escapeTag = (text: string): string => text.replace(/[,= ]/g, '\\$&');

/** Row time in ns: time of effect plus the revision, as text since it exceeds what a number holds exactly. */
export function rowTime({ effective_s, revision }: Pick<PlanRow, 'effective_s' | 'revision'>): string {
  return (BigInt(effective_s) * 1_000_000_000n + BigInt(revision)).toString();
}

/** One line of line protocol, precision ns. */
export function lineProtocol(row: PlanRow): string {
  const columns = rowKinds.find(({ measurement }) => measurement === row.measurement)?.fields ?? {};
  const meta = Object.keys(metaFields).map((name) => [name, row[name as keyof PlanRow]] as [string, FieldValue]);
  const fields = [...Object.entries(row.fields), ...meta]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => {
      const type = columns[name]?.type ?? metaFields[name]?.type;
      if (type === undefined) {
        throw new Error(`${row.measurement}.${name} is not a column of the plan's rows`);
      }
      return `${name}=${encodeField(type, value)}`;
    });
  const tags = Object.keys(row.tags)
    .sort()
    .map((tag) => `,${tag}=${escapeTag(row.tags[tag] ?? '')}`);
  return `${row.measurement}${tags.join('')} ${fields.join(',')} ${rowTime(row)}`;
}
