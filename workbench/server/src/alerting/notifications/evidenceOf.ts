import { askQuery, type Sources } from '../evaluation/askQuery';
import type { AlertRule, Labels } from '../rules/AlertRule';

/** What the datasource knows of a signal beside its labels: since, cells, levels, the sentence. */
export type Evidence = Record<string, string | number | null>;

interface JsonFrame {
  schema: { fields: Array<{ name: string; type: string }> };
  data: { values: Array<Array<string | number | null>> };
}

/** Finds the evidence of an alert by its labels; undefined where there is none. */
export type FindEvidence = (labels: Labels) => Evidence | undefined;

/**
 * Asks the query that a rule's condition reads once more, with its evidence: for people, so that not as a rule. Where the
 * datasource cannot say, nobody is kept waiting: none is found.
 */
export async function evidenceOf(sources: Sources, rule: AlertRule, atMs: number): Promise<FindEvidence> {
  const query = rule.queries.find(({ refId }) => refId === rule.threshold.expression);
  if (!query) {
    return () => undefined;
  }
  const { value: _, ...model } = query.model;
  const asked = { ...query, model: { ...model, include: ['evidence'] } };
  try {
    const [frame] = await askQuery(sources, asked, atMs, {});
    return frame ? byLabels(rowsOf(JSON.parse(frame.toString('utf8')) as JsonFrame)) : () => undefined;
  } catch {
    return () => undefined;
  }
}

const rowsOf = ({ schema, data }: JsonFrame): Evidence[] =>
  (data.values[0] ?? []).map((_, row) =>
    Object.fromEntries(schema.fields.map(({ name }, column) => [name, data.values[column]?.[row] ?? null]))
  );

/** The row all of whose text columns that the alert names as labels say the same, and that is of one cell only where the alert is. */
export function byLabels(rows: Evidence[]): FindEvidence {
  return (labels) => {
    const row = rows.find(
      (one) =>
        (one['cell_id'] || '') === (labels['cell_id'] ?? '') &&
        Object.entries(labels).every(([name, value]) => !(name in one) || String(one[name]) === value)
    );
    return row && Object.fromEntries(Object.entries(row).filter(([name]) => !(name in labels) && row[name] !== ''));
  };
}
