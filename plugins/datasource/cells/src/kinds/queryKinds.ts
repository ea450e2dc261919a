import type { CellsQuery } from '../query';
import { cells } from './cells/cells';
import { events } from './events/events';
import { losses } from './losses/losses';
import type { QueryKind } from './QueryKind';
import { signals } from './signals/signals';
import { traveler } from './traveler/traveler';
import { visits } from './visits/visits';
import { yields } from './yields/yields';

/** Every query type, in the order editors show them: a new one is an entry here. */
export const queryKinds = [visits, cells, traveler, signals, events, yields, losses] as unknown as QueryKind[];

/** The kind of a query; undefined for a type that a newer backend may know. */
export const kindOf = (query: Partial<CellsQuery>): QueryKind | undefined =>
  queryKinds.find(({ id }) => id === query.queryType);
