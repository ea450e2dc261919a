import type { AuditPart } from '@cellthread/vocabulary';
import type { AuditQuery } from './AuditQuery';
import { where, words } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { AuditEditor } from './AuditEditor';

const said: Readonly<Record<AuditPart, string>> = {
  days: 'each sealed day, and what of it was changed',
  findings: 'what was changed since its day was sealed',
  events: 'events with their hashes and seals',
};

export const audit: QueryKind<AuditQuery> = {
  id: 'audit',
  label: 'Audit',
  description: 'Whether what was decided and changed stands as it was sealed, day by day or event by event',
  alertable: false,
  defaults: { part: 'days', kinds: [], filters: [] },
  openLists: ['kinds'],
  missing: () => undefined,
  text: ({ part = 'days', kinds, filters }) =>
    part === 'events' ? `${words(kinds, 'all')} ${said.events}${where(filters)}` : said[part],
  examples: () => [
    { title: 'Which days were changed', query: { part: 'days', kinds: [], filters: [] } },
    {
      title: 'Releases and limit changes, verified',
      query: { part: 'events', kinds: ['release', 'limit-change'], filters: [] },
    },
  ],
  Editor: AuditEditor,
};
