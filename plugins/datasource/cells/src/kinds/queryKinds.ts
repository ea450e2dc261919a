import type { CellsQuery } from '../query';
import { audit } from './audit/audit';
import { cells } from './cells/cells';
import { due } from './due/due';
import { events } from './events/events';
import { losses } from './losses/losses';
import { health } from './health/health';
import type { QueryKind } from './QueryKind';
import { shifts } from './shifts/shifts';
import { signals } from './signals/signals';
import { traveler } from './traveler/traveler';
import { visits } from './visits/visits';
import { yields } from './yields/yields';

/** Every query type, in the order editors show them: a new one is an entry here. */
export const queryKinds = [
  visits,
  cells,
  traveler,
  signals,
  events,
  yields,
  losses,
  audit,
  health,
  shifts,
  due,
] as unknown as QueryKind[];

/** The kind of a query; undefined for a type that a newer backend may know. */
export const kindOf = (query: Partial<CellsQuery>): QueryKind | undefined =>
  queryKinds.find(({ id }) => id === query.queryType);
