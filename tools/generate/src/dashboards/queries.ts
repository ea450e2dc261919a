import type { SignalKind, SignalState } from '@cellthread/vocabulary';
import type { StoredFilter, StoredLosses, StoredSignals, StoredVisits } from 'cellthread-cells-datasource/queries';

/** A filter on one dashboard variable: several values are an or, All drops the filter. */
export const chosen = (key: StoredFilter['key'], variable: string = key): StoredFilter => ({
  key,
  operator: '=|',
  values: [`$${variable}`],
});

/** First visits of production cells at one station, with limits and signals beside the rows. */
export function visitsQuery(
  station: string,
  characteristics: string[],
  filters: StoredFilter[],
  more: Pick<StoredVisits, 'include' | 'visits'> = {}
): StoredVisits {
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
  filters: StoredFilter[],
  stations: string[] = []
): StoredSignals {
  return { queryType: 'signals', kinds, state, stations, characteristics: [], filters };
}

/** What episodes cost, summed by something or each by itself. */
export const lossesQuery = (by: StoredLosses['by'], filters: StoredFilter[]): StoredLosses => ({
  queryType: 'losses',
  ...(by && { by }),
  filters,
});
