import type { EventInclude, EventKind, EventState } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** What happened. */
export interface EventsFields {
  kinds?: string[];
  stations?: string[];
  targets?: string[];
  /** `open`: the holds that hold now, of those placed since the beginning of the range; without it whatever happened. */
  state?: EventState;
  /** `whereabouts`: of open holds, where the item was seen last. */
  include?: string[];
}

export type EventsQuery = CellsQuery & EventsFields;

export type StoredEvents = Stored<'events', EventsFields, { kinds?: readonly EventKind[]; include?: EventInclude[] }>;
