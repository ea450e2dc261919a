import { type InfluxAccess, influxQuery, type Series } from '../influx';
import { canonical, type EventRow, sealedFields, sealedTags, sha256 } from './canonical';
import { dayOf, listTag, said, type Seal } from './seal';

/** A row of an event as far as it is compared. */
export interface Row {
  id: string;
  /** ns, all digits. */
  time: string;
  kind: string;
  /** UTC day on which it was stored. */
  day: string;
  sha256: string;
}

/** A row of an event as it was sealed. */
export interface Entry {
  id: string;
  time: string;
  sha256: string;
}

export interface SealedRecord {
  /** In the order of their days, one a day. */
  seals: Seal[];
  /** By day. */
  lists: Map<string, Entry[]>;
  rows: Row[];
}

const STEP_S = 7 * 86_400;

/** Nanoseconds of a moment that InfluxDB writes with as many digits as it needs. */
function nsOf(moment: string): string {
  const [, seconds = '', digits = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(moment) ?? [];
  return String((BigInt(Date.parse(`${seconds}Z`)) / 1000n) * 1_000_000_000n + BigInt(digits.padEnd(9, '0')));
}

/** Rows of a series, as name → value of what a row has. */
const recordsOf = ({ columns, values }: Series) =>
  values.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i]]).filter(([, v]) => v !== null)));

type Stored = Record<string, string | number | undefined>;

function eventRow(stored: Stored): EventRow {
  const pick = (names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => stored[name] !== undefined).map((name) => [name, stored[name]]));
  return {
    time: nsOf(String(stored['time'])),
    tags: pick(sealedTags) as Record<string, string>,
    fields: pick([...sealedFields.texts, ...sealedFields.numbers]) as EventRow['fields'],
  };
}

/** Every event that is stored, its seals with the lists of what they sealed. Reads the record a week at a time. */
export async function readRecord(access: InfluxAccess, database: string): Promise<SealedRecord> {
  const ask = async (q: string) =>
    (await influxQuery(access, q, database, { times: 'rfc3339' })).flatMap(recordsOf) as Stored[];
  const edge = async (which: 'FIRST' | 'LAST') =>
    Number(
      (await influxQuery(access, `SELECT ${which}("event_id"::field) FROM "event"`, database))[0]?.values[0]?.[0] ?? NaN
    );
  const [first, last] = [await edge('FIRST'), await edge('LAST')];
  const columns = [...sealedFields.texts, ...sealedFields.numbers].map((name) => `"${name}"::field`);
  const tags = sealedTags.map((name) => `"${name}"::tag`);
  const select = `SELECT ${[...columns, ...tags].join(', ')} FROM "event"`;
  const rows: Row[] = [];
  const sealRows: Array<Seal & { received: number }> = [];
  for (let from = first; from <= last; from += STEP_S) {
    for (const stored of await ask(`${select} WHERE time >= ${from}s AND time < ${from + STEP_S}s`)) {
      const row = eventRow(stored);
      const { event_id: id = '', target_id: target, text, received_ms: received = 0 } = row.fields;
      const { kind = '' } = row.tags;
      const storedMs = Number(received) || Number(BigInt(row.time) / 1_000_000n);
      rows.push({ id: String(id), time: row.time, kind, day: dayOf(storedMs), sha256: sha256(canonical(row)) });
      if (kind === 'seal') {
        sealRows.push({ day: String(target), text: String(text), received: storedMs });
      }
    }
  }
  const seals = new Map<string, Seal>();
  for (const { day, text } of sealRows.sort((a, b) => a.received - b.received)) {
    if (!seals.has(day)) {
      seals.set(day, { day, text });
    }
  }
  const lists = new Map<string, Entry[]>();
  for (const seal of seals.values()) {
    const tag = listTag(said(seal)?.root ?? '');
    if (tag !== '') {
      const q = `SELECT "event_id"::field, "row_time"::field, "sha256"::field FROM "sealed" WHERE "seal"::tag = '${tag}' AND time >= '${seal.day}T00:00:00Z' AND time < '${seal.day}T00:00:00Z' + 1d`;
      lists.set(
        seal.day,
        (await ask(q)).map((of) => ({
          id: String(of['event_id']),
          time: String(of['row_time']),
          sha256: String(of['sha256']),
        }))
      );
    }
  }
  return { seals: [...seals.values()].sort((a, b) => a.day.localeCompare(b.day)), lists, rows };
}
