import type { Lookup } from '@cellthread/vocabulary';
import type { DataQuery } from '@grafana/schema';

/** One condition in Grafana's ad-hoc shape; `station` where a query reads several. */
export interface QueryFilter {
  key: string;
  operator: string;
  value?: string;
  values?: string[];
  station?: string;
}

/** What any query may say besides what it asks. */
export interface CommonFields {
  filters?: QueryFilter[];
  /** Asks about this shift (`current`) or the one before (`last`) in place of the time range. */
  shift?: string;
  /** One row in place of the rows: how many there are, or why that cannot be said. */
  count?: boolean;
  /** A text column in which one more row says why there are no rows, or that some were cut. */
  note?: string;
}

/** A query as it is stored in dashboards and alert rules; each query type reads its own fields. */
export interface CellsQuery extends DataQuery, CommonFields {
  [field: string]: unknown;
}

/** What a dashboard variable lists: a lookup of the backend, within a scope. */
export interface LookupQuery extends DataQuery {
  queryType: 'variable';
  kind: Lookup;
  site?: string;
  line?: string;
  station?: string;
  equipment?: string;
  /** The filter key whose stored values are listed; only with kind filter-values. */
  key?: string;
}
