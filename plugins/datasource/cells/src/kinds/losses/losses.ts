import type { LossesQuery } from './LossesQuery';
import { where } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { LossesEditor } from './LossesEditor';

export const losses: QueryKind<LossesQuery> = {
  id: 'losses',
  label: 'Losses',
  description:
    'What every episode cost: how long until it was found, answered and proved mended, what came of the cells, and what the end of line would have taken',
  alertable: false,
  defaults: { filters: [] },
  openLists: [],
  missing: () => undefined,
  text: ({ by, filters }) => `what episodes cost${by ? `, by ${by}` : ''}${where(filters)}`,
  examples: ({ first }) => [
    { title: 'What every episode cost', query: { filters: [] } },
    { title: 'What causes cost', query: { by: 'cause', filters: [] } },
    {
      title: `What ${first.station.name} cost, week by week`,
      query: { by: 'week', filters: [{ key: 'station', operator: '=', value: first.station.id }] },
    },
  ],
  Editor: LossesEditor,
};
