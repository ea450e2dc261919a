import type { SignalKind, SignalState } from '@cellthread/vocabulary';
import { type Query } from './panel';

export interface Filter {
  key: string;
  operator: string;
  values: string[];
  station?: string;
}

/** A filter on one dashboard variable: several values are an or, All drops the filter. */
export const chosen = (key: string, variable = key): Filter => ({ key, operator: '=|', values: [`$${variable}`] });

/** First visits of production cells at one station, with limits and signals beside the rows. */
export function visitsQuery(station: string, characteristics: string[], filters: Filter[], more: object = {}): Query {
  return {
    queryType: 'visits',
    station,
    characteristics,
    visits: 'first',
    runTypes: ['production'],
    strata: ['equipment', 'position'],
    include: ['limits', 'signals'],
    filters,
    ...more,
  };
}

/** What is wrong, one row an instance. */
export function signalsQuery(
  kinds: readonly SignalKind[],
  state: SignalState,
  filters: Filter[],
  stations: string[] = []
): Query {
  return { queryType: 'signals', kinds, state, stations, characteristics: [], filters };
}
