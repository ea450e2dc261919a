import { sha256 } from './canonical';
import type { Entry, Row, SealedRecord } from './readRecord';
import { addDays, rootOf, said, type Seal } from './seal';

/** What shows that somebody changed what was stored. */
export interface Finding {
  kind: 'unsealed' | 'seal' | 'list' | 'broker' | 'missing' | 'changed' | 'added';
  /** Of an event. */
  event_id?: string;
  /** When it happened, ns. */
  time?: string;
  text: string;
}

export interface SealedDay {
  day: string;
  /** How many events its seal counts. */
  count: number;
  /** Of these, the event_ids that came under a day that was sealed before. */
  late: string[];
  findings: Finding[];
}

export interface Audit {
  days: SealedDay[];
  /** Events that were stored before the first and after the last sealed day, of which nothing can be said. */
  before: number;
  after: number;
}

const keyOf = ({ id, time }: { id: string; time: string }) => `${time}/${id}`;

function grouped<T>(all: readonly T[], key: (of: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const of of all) {
    const name = key(of);
    const group = out.get(name);
    if (group) {
      group.push(of);
    } else {
      out.set(name, [of]);
    }
  }
  return out;
}

/** What of a seal is not as those before and after it say, and whether its list is the sealed one. */
function ofSeal(seal: Seal, list: readonly Entry[], before: Seal | undefined, after: Seal | undefined): Finding[] {
  const of = said(seal);
  if (!of) {
    return [{ kind: 'seal', text: 'its seal was changed: it says neither count nor root' }];
  }
  const out: Finding[] = [];
  const next = after && said(after);
  if (next && next.before !== sha256(seal.text)) {
    out.push({ kind: 'seal', text: `its seal is not the one that was there when ${next.day} was sealed` });
  }
  if (!before && of.before !== '') {
    out.push({ kind: 'seal', text: 'the seal of the day before is gone: it is not the first' });
  }
  if (of.count !== list.length || of.root !== rootOf(list.map(({ sha256 }) => sha256))) {
    out.push({
      kind: 'list',
      text: `the list of its ${of.count} hashes was changed: which events were cannot be relied on`,
    });
  }
  return out;
}

/** Where the events of a list are not as they were sealed. */
function ofEvents(list: readonly Entry[], stored: Map<string, Row[]>): Finding[] {
  return list.flatMap(({ id, time, sha256 }): Finding[] => {
    const rows = stored.get(keyOf({ id, time }));
    if (rows?.some((row) => row.sha256 === sha256)) {
      return [];
    }
    return rows
      ? [{ kind: 'changed', event_id: id, time, text: `event ${id} is not as it was sealed` }]
      : [{ kind: 'missing', event_id: id, time, text: `event ${id} was sealed and is gone` }];
  });
}

const noList: Entry[] = [];

/**
 * Compares what is stored with what was sealed, from the first sealed day on.
 * @param due the last day (`2026-03-10`) of which there must be a seal
 * @param told the first day of which there was one, as far as is known from elsewhere
 */
export function verify({ seals, lists, rows }: SealedRecord, due: string, told = due): Audit {
  const stored = grouped(rows, keyOf);
  const ofDay = grouped(rows, ({ day }) => day);
  const bySeal = new Map(seals.map((seal) => [seal.day, seal]));
  const listed = grouped([...lists.values()].flat(), keyOf);
  const [stated, last] = [seals[0]?.day ?? due, seals.at(-1)?.day ?? ''];
  const first = told < stated ? told : stated;
  const days: SealedDay[] = [];
  for (let day = first; day <= (last > due ? last : due); day = addDays(day, 1)) {
    const seal = bySeal.get(day);
    const list = lists.get(day) ?? noList;
    const findings: Finding[] = seal
      ? ofSeal(
          seal,
          list,
          bySeal.get(addDays(day, -1)) ?? (day === first ? undefined : seal),
          bySeal.get(addDays(day, 1))
        )
      : [{ kind: 'unsealed', text: 'it has no seal: it was deleted, or the keeper does not run' }];
    findings.push(...ofEvents(list, stored));
    const added = (seal ? (ofDay.get(day) ?? []) : []).filter((row) => isAdded(row, listed, stored));
    findings.push(
      ...added.map(({ id, time, kind }): Finding => ({
        kind: 'added',
        event_id: id,
        time,
        text: `event ${id || 'without a name'} (${kind}) came after the day was sealed`,
      }))
    );
    const late = list.filter((entry) => stored.get(keyOf(entry))?.every((row) => row.day < day)).map(({ id }) => id);
    days.push({ day, count: (seal && said(seal)?.count) ?? 0, late, findings });
  }
  return {
    days,
    before: rows.filter(({ day }) => day < first).length,
    after: rows.filter(({ day }) => day > last).length,
  };
}

/** Whether no seal lists a row; one that took the place of what is listed is told as changed. */
function isAdded(row: Row, listed: Map<string, Entry[]>, stored: Map<string, Row[]>): boolean {
  const entries = listed.get(keyOf(row)) ?? [];
  return !entries.some(({ sha256 }) => sha256 === row.sha256) && entries.length < (stored.get(keyOf(row))?.length ?? 0);
}

/** Adds what the broker has otherwise. @param told text by day */
export function compareBroker(audit: Audit, seals: readonly Seal[], told: ReadonlyMap<string, string>): void {
  const ours = new Map(seals.map((seal) => [seal.day, seal.text]));
  for (const { day, findings } of audit.days) {
    const text = told.get(day);
    if (text !== undefined && text !== ours.get(day)) {
      findings.push({ kind: 'broker', text: `the broker was told another seal: ${text}` });
    }
  }
}
