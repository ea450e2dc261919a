import type { EventKind } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** What happened. */
export interface EventsFields {
  kinds?: string[];
  stations?: string[];
  targets?: string[];
}

export type EventsQuery = CellsQuery & EventsFields;

export type StoredEvents = Stored<'events', EventsFields, { kinds?: readonly EventKind[] }>;
