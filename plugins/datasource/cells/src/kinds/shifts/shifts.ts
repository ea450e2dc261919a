import type { ShiftsQuery } from './ShiftsQuery';
import { where } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { ShiftsEditor } from './ShiftsEditor';

export const shifts: QueryKind<ShiftsQuery> = {
  id: 'shifts',
  label: 'Shifts',
  description: 'The shift of each line in which the time range ends, by the calendar of its site',
  alertable: false,
  defaults: { filters: [] },
  openLists: [],
  missing: () => undefined,
  text: ({ filters }) => `the shift of each line${where(filters)}`,
  examples: () => [{ title: 'The shift of each line', query: { filters: [] } }],
  Editor: ShiftsEditor,
};
