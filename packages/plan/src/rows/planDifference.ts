import { inForce } from './inForce';
import { planOrigin } from './planChanges';
import { type FieldValue, type PlanRow, rowKey } from './row';

/** What a row to be pushed does to what the database says until then. */
export interface Difference {
  kind: 'added' | 'changed' | 'withdrawn';
  row: PlanRow;
  /** What the row changes, by field; empty unless `changed`. */
  fields: Array<{ name: string; before: FieldValue | undefined; after: FieldValue | undefined }>;
}

/** What the rows of a push mean beside the rows stored before it, in the order in which they are pushed. */
export function planDifferences(rows: readonly PlanRow[], stored: readonly PlanRow[]): Difference[] {
  const own = stored.filter(({ origin }) => origin === planOrigin);
  const holding = new Map<number, Map<string, PlanRow>>();
  const before = (row: PlanRow): PlanRow | undefined => {
    const at = row.effective_s;
    if (!holding.has(at)) {
      holding.set(at, new Map(inForce(own, { at_ms: at * 1000 }).map((held) => [rowKey(held), held])));
    }
    return holding.get(at)?.get(rowKey(row));
  };
  return rows.map((row) => {
    const last = before(row);
    const kind = !row.active ? 'withdrawn' : last ? 'changed' : 'added';
    return { kind, row, fields: kind === 'changed' && last ? changedFields(last, row) : [] };
  });
}

function changedFields(last: PlanRow, next: PlanRow): Difference['fields'] {
  const names = [...new Set([...Object.keys(last.fields), ...Object.keys(next.fields)])];
  return names
    .map((name) => ({ name, before: last.fields[name], after: next.fields[name] }))
    .filter(({ before, after }) => before !== after);
}
