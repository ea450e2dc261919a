import type { TravelerQuery } from './TravelerQuery';
import type { QueryKind } from '../QueryKind';
import { TravelerEditor } from './TravelerEditor';

export const traveler: QueryKind<TravelerQuery> = {
  id: 'traveler',
  label: 'Traveler of a cell',
  description:
    'The whole record of one cell, roll or tray: route, values, origin, environment and events, whatever the time range',
  alertable: false,
  defaults: { cellId: '' },
  openLists: ['parts'],
  missing: ({ cellId }) => (String(cellId ?? '').trim() ? undefined : 'a cell, or scan its identifier'),
  text: ({ cellId }) => `the record of cell ${cellId || '…'}`,
  examples: () => [{ title: 'The record of the cell that a dashboard variable names', query: { cellId: '$cell' } }],
  Editor: TravelerEditor,
};
