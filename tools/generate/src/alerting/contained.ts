import { containments } from '@cellthread/vocabulary';
import type { StoredFilter } from 'cellthread-cells-datasource/queries';
import { choose } from './texts';
import type { Wording } from './wording/Wording';

/** What is wrong with items that the plan does not leave as they are: these are held. */
export const contained: StoredFilter = { key: 'disposition', operator: '!=|', values: ['none'] };

/** What happens to the item, by the plan's containment. */
export const containedWords = (say: Wording) =>
  say.commands.contained(
    choose(
      'disposition',
      containments.filter((id) => id !== say.containments[id]).map((id) => [id, say.containments[id]]),
      '{{ $labels.disposition }}'
    )
  );
