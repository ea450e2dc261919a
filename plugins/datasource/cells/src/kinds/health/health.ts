import type { HealthQuery } from './HealthQuery';
import { where, words } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { HealthEditor } from './HealthEditor';

export const health: QueryKind<HealthQuery> = {
  id: 'health',
  label: 'Health of the data',
  description:
    'How records come in: what is late, lost, rejected or waits, how the keeper fares, and what cannot be seen',
  alertable: false,
  defaults: { parts: [], states: [], filters: [] },
  openLists: ['parts', 'states'],
  missing: () => undefined,
  text: ({ parts, states, filters }) =>
    `${words(parts, 'every part')} of the path, ${words(states, 'however it fares')}${where(filters)}`,
  examples: () => [
    { title: 'What is wrong, or cannot be seen', query: { parts: [], states: ['wrong', 'not-seen'], filters: [] } },
    {
      title: 'What Telegraf takes and stores',
      query: { parts: ['telegraf-in', 'telegraf-out'], states: [], filters: [] },
    },
  ],
  Editor: HealthEditor,
};
