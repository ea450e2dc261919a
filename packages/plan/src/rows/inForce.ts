import { any } from '../stratum';
import { type PlanMeasurement, type PlanRow, rowKey } from './row';

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

export interface Scope {
  station: string;
  characteristic: string;
  product: string;
  /** What is known of the visit: `{ equipment: filler-02, position: nozzle-4 }`. */
  attributes?: Record<string, string>;
}

/** Number of keys of a stratum if all agree with the attributes, else -1. */
function keysMatched(stratum: string, attributes: Record<string, string>): number {
  if (stratum === any) {
    return 0;
  }
  const pairs = stratum.split(',').map((pair) => pair.split('='));
  return pairs.every(([key = '', value]) => attributes[key] === value) ? pairs.length : -1;
}

/**
 * Of rows in force, the one nearest to a scope: a row of the product before one of `*`, then the stratum with more keys
 * that agree, down to `*`.
 */
export function nearest(
  rows: readonly PlanRow[],
  measurement: PlanMeasurement,
  { station, characteristic, product, attributes = {} }: Scope
): PlanRow | undefined {
  const rank = (row: PlanRow): [number, number] => [
    row.tags['product'] === any ? 0 : 1,
    keysMatched(row.tags['stratum'] ?? any, attributes),
  ];
  return rows
    .filter(
      (row) =>
        row.measurement === measurement &&
        row.tags['station'] === station &&
        row.tags['characteristic'] === characteristic &&
        [product, any].includes(row.tags['product'] ?? any) &&
        rank(row)[1] >= 0
    )
    .sort((a, b) => rank(b)[0] - rank(a)[0] || rank(b)[1] - rank(a)[1])[0];
}
