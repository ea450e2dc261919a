import { type PlanRow, rowKey } from './row';

export interface Moment {
  at_ms: number;
  /** What was known then: rows recorded later are left out. */
  known_at_ms?: number;
}

/**
 * Of the rows of one key, the one in force at a moment, if any. A row holds from its second of effect until another row
 * replaces it; of rows with one second the highest revision counts. A withdrawn row ends what was in force; one that
 * withdraws a row of its own second leaves what held before, as if that had never been planned.
 */
function holding(rows: PlanRow[], at_ms: number): PlanRow | undefined {
  const begun = rows.filter((row) => row.effective_s * 1000 <= at_ms);
  const seconds = [...new Set(begun.map((row) => row.effective_s))].sort((a, b) => b - a);
  for (const second of seconds) {
    const same = begun.filter((row) => row.effective_s === second);
    const last = same.reduce((a, b) => (b.revision > a.revision ? b : a));
    if (last.active) {
      return last;
    }
    if (!same.some((row) => row.active)) {
      return undefined;
    }
  }
  return undefined;
}

/** The rows in force at a moment: at most one for each key, in the order in which keys first appear. */
export function inForce(rows: readonly PlanRow[], { at_ms, known_at_ms = Infinity }: Moment): PlanRow[] {
  const byKey = new Map<string, PlanRow[]>();
  for (const row of rows) {
    if (row.recorded_ms <= known_at_ms) {
      const key = rowKey(row);
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
  }
  return [...byKey.values()].flatMap((of) => holding(of, at_ms) ?? []);
}
