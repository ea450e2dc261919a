import { FieldType, type DataFrame } from '@grafana/data';
import type { CellsQuery } from '../query';

/** What stands in place of a count, as the backend says it of a filter without a value. */
const WORD = 'nothing chosen';

/**
 * The answer of a query that was not sent, since a variable left it incomplete: no rows, and why, where the backend would
 * have said it.
 *
 * @param missing what has to be chosen, as the end of "Choose …"
 */
export function unasked({ refId, count, note }: CellsQuery, missing: string): DataFrame {
  const sentence = `Choose ${missing}.`;
  const told = count ? { name: 'text', value: WORD } : note ? { name: note, value: sentence } : undefined;
  return {
    refId,
    fields: told ? [{ name: told.name, type: FieldType.string, config: {}, values: [told.value] }] : [],
    length: told ? 1 : 0,
    meta: { notices: [{ severity: 'warning', text: sentence }] },
  };
}
