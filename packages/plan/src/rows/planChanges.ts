import { type PlanContent, type PlanRow, rowKey } from './row';

/** Name of the origin of rows that a push writes and may replace. */
export const planOrigin = 'plan';

export interface PushInput {
  desired: readonly PlanContent[];
  stored: readonly PlanRow[];
  effective_s: number;
  recorded_ms: number;
  author: string;
  reason: string;
  /** SHA-256, hexadecimal, of a text. */
  hash: (text: string) => string;
  /** Whose rows they are; the plan's where it is not said. */
  origin?: string;
}

export interface PushResult {
  revision: number;
  /** Rows to write; empty if the database says already what the plan says. */
  rows: PlanRow[];
  unchanged: number;
  /** Rows that take effect later and say otherwise: they replace the pushed ones from then on. */
  later: PlanRow[];
}

/** One spelling of a content, whatever the order of its keys. */
export function contentText({ measurement, tags, fields }: PlanContent): string {
  const sorted = (map: Record<string, unknown>) =>
    Object.keys(map)
      .sort()
      .map((key) => [key, map[key]]);
  return JSON.stringify([measurement, sorted(tags), sorted(fields)]);
}

function newest(rows: readonly PlanRow[]): PlanRow | undefined {
  const after = (a: PlanRow, b: PlanRow) => a.effective_s - b.effective_s || a.revision - b.revision;
  return rows.reduce<PlanRow | undefined>((best, row) => (best && after(best, row) > 0 ? best : row), undefined);
}

/**
 * What a push has to write so that from `effective_s` on the database says what the plan says: changed and new rows, and
 * withdrawals of what the plan no longer holds. Rows of another origin (limits that people established) stay untouched.
 */
export function planChanges(input: PushInput): PushResult {
  const { stored, effective_s, hash, origin = planOrigin } = input;
  const own = stored.filter((row) => row.origin === origin);
  const byKey = groupBy(own);
  const revision = Math.max(0, ...stored.map((row) => row.revision)) + 1;
  const meta = { recorded_ms: input.recorded_ms, revision, author: input.author, reason: input.reason };
  const result: PushResult = { revision, rows: [], unchanged: 0, later: [] };

  const before = (key: string) => newest((byKey.get(key) ?? []).filter((row) => row.effective_s <= effective_s));
  for (const content of input.desired) {
    const key = rowKey(content);
    const sha256 = hash(contentText(content));
    const last = before(key);
    result.later.push(
      ...(byKey.get(key) ?? []).filter((row) => row.effective_s > effective_s && (row.sha256 !== sha256 || !row.active))
    );
    if (last?.active && last.sha256 === sha256) {
      result.unchanged++;
    } else {
      result.rows.push({ ...content, ...meta, effective_s, active: true, sha256, origin });
    }
  }

  const wanted = new Set(input.desired.map(rowKey));
  for (const [key, rows] of byKey) {
    const last = before(key);
    if (!wanted.has(key) && last?.active) {
      // Withdrawn within its own second a row counts as never planned, which would bring back what held before it.
      const earlier = rows.some((row) => row.effective_s < last.effective_s);
      const taken = last.effective_s === effective_s && earlier;
      result.rows.push({ ...last, ...meta, effective_s: taken ? effective_s + 1 : effective_s, active: false });
    }
  }
  return result;
}

function groupBy(rows: readonly PlanRow[]): Map<string, PlanRow[]> {
  const groups = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const key = rowKey(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
