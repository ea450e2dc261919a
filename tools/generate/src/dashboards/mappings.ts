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

/** Display texts for ids of the plan. */
export function nameMapping(entries: Array<{ id: string; text: string }>): Array<Record<string, unknown>> {
  const options = Object.fromEntries(entries.map(({ id, text }, index) => [id, { text, index }]));
  return entries.length > 0 ? [{ type: 'value', options }] : [];
}
