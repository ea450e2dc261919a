import type { StoredFilter } from 'cellthread-cells-datasource/queries';

/** What is wrong with items that the plan does not leave as they are: these are held. */
export const contained: StoredFilter = { key: 'disposition', operator: '!=|', values: ['none'] };

/** What happens to the item, by the plan's containment. */
export const containedWords = 'It is put on hold, by the plan for: {{ $labels.disposition }}.';
