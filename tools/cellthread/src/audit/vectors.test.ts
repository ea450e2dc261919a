import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { canonical, type EventRow, sealedFields, sha256 } from './canonical';
import type { Entry, Row } from './readRecord';
import { rootOf, said, type Seal } from './seal';
import { verify } from './verify';

interface Vectors {
  fields: { texts: string[]; numbers: string[] };
  rows: Array<EventRow & { name: string; canonical: string; sha256: string }>;
  seals: Array<{ day: string; sha256: string[]; late: number; root: string; text: string; digest: string }>;
}

// What the keeper seals by is bound to the same file.
const file = path.join(root, 'plugins/datasource/cells/pkg/seals/testdata/vectors.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

test('the fields that are sealed are those of an event', () => {
  expect({ texts: [...sealedFields.texts].sort(), numbers: [...sealedFields.numbers].sort() }).toEqual(vectors.fields);
});

test.each(vectors.rows)(
  'the canonical form and hash of $name',
  ({ name: _, canonical: text, sha256: hash, ...row }) => {
    expect(canonical(row)).toBe(text);
    expect(sha256(text)).toBe(hash);
  }
);

test.each(vectors.seals)('the seal of $day', ({ day, sha256: hashes, late, root: sealed, text, digest }) => {
  expect(rootOf(hashes)).toBe(sealed);
  expect(said({ day, text })).toMatchObject({ count: hashes.length, late, root: sealed });
  expect(sha256(text)).toBe(digest);
});

interface Tampered extends SealedDays {
  name: string;
  due: string;
  seals: Seal[];
  lists: Record<string, Entry[]>;
  rows: Row[];
}
interface SealedDays {
  days: Array<{
    day: string;
    count: number;
    late: string[];
    findings: Array<{ kind: string; event_id: string; time: string }>;
  }>;
}

// What the data source verifies by is bound to the same file.
const tampered = JSON.parse(readFileSync(path.join(path.dirname(file), 'verify.json'), 'utf8')) as Tampered[];

test.each(tampered)('$name', ({ due, seals, lists, rows, days }) => {
  const found = verify({ seals, lists: new Map(Object.entries(lists)), rows }, due).days;
  expect(
    found.map(({ findings, ...day }) => ({
      ...day,
      findings: findings.map(({ kind, event_id = '', time = '' }) => ({ kind, event_id, time })),
    }))
  ).toEqual(days);
});
