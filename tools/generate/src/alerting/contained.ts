import type { StoredFilter } from 'cellthread-cells-datasource/queries';
import { choose } from './texts';

/** What is wrong with items that the plan does not leave as they are: these are held. */
export const contained: StoredFilter = { key: 'disposition', operator: '!=|', values: ['none'] };

/** What happens to the item, by the plan's containment. */
export const containedWords = choose(
  'disposition',
  [
    ['inspect', 'It is put on hold until it is inspected.'],
    ['rework', 'It is put on hold until it is reworked.'],
  ],
  'It is put on hold.'
);
