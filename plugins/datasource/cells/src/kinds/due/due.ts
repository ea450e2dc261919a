import type { DueQuery } from './DueQuery';
import { where } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { DueEditor } from './DueEditor';

export const due: QueryKind<DueQuery> = {
  id: 'due',
  label: 'What is due',
  description:
    'Master checks and calibrations whose time has come or comes soon, control limits that nobody approved, and what waits too long for a decision',
  alertable: false,
  defaults: { ahead: '24h', filters: [] },
  openLists: [],
  missing: () => undefined,
  text: ({ ahead, filters }) => `what is due within ${ahead || '24h'}${where(filters)}`,
  examples: () => [{ title: 'What is due within a day', query: { ahead: '24h', filters: [] } }],
  Editor: DueEditor,
};
