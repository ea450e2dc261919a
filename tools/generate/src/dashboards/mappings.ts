/** Words of the product with the colour they have on every dashboard; a word beside the colour, never colour alone. */
export const verdictMapping = [
  {
    type: 'value',
    options: {
      ok: { text: 'OK', color: 'green', index: 0 },
      nok: { text: 'NOT OK', color: 'red', index: 1 },
      retest: { text: 'RETEST', color: 'orange', index: 2 },
      skipped: { text: 'SKIPPED', color: 'text', index: 3 },
    },
  },
];

/** How bad something is. */
export const severityMapping = [
  {
    type: 'value',
    options: {
      safety: { text: 'SAFETY', color: 'red', index: 0 },
      critical: { text: 'Critical', color: 'red', index: 1 },
      warning: { text: 'Warning', color: 'orange', index: 2 },
      info: { text: 'Info', color: 'text', index: 3 },
    },
  },
];

/** What a tile or list says of a query that failed. */
export const cannotBeRead = 'Cannot be read';

/** Nothing to show at all: an answer always has a row, so its query failed. */
export const unread = missingAs(cannotBeRead, 'red');

/** How a missing value is written. */
export function missingAs(text: string, color: string) {
  return { type: 'special', options: { match: 'null', result: { text, color, index: 0 } } };
}

/** What people decided about a cell, in words. */
export const decidedMapping = [
  {
    type: 'value',
    options: {
      hold: { text: 'on hold', index: 0 },
      release: { text: 'released', index: 1 },
    },
  },
];

/** Display texts for ids of the plan. */
export function nameMapping(entries: Array<{ id: string; text: string }>): Array<Record<string, unknown>> {
  const options = Object.fromEntries(entries.map(({ id, text }, index) => [id, { text, index }]));
  return entries.length > 0 ? [{ type: 'value', options }] : [];
}
