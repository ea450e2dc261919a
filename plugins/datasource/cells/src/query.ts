import type { VisitChoice } from '@cellthread/vocabulary';
import type { DataQuery } from '@grafana/schema';

/** One condition in Grafana's ad-hoc shape; `station` where a query reads several. */
export interface QueryFilter {
  key: string;
  operator: string;
  value?: string;
  values?: string[];
  station?: string;
}

/** A query as it is stored in dashboards and alert rules; each query type reads its own fields. */
export interface CellsQuery extends DataQuery {
  filters?: QueryFilter[];
  /** One row in place of the rows: how many there are, or why that cannot be said. */
  count?: boolean;
  /** A text column in which one more row says why there are no rows, or that some were cut. */
  note?: string;
  [field: string]: unknown;
}

/** Characteristics of one station, a row a visit. */
export interface VisitsQuery extends CellsQuery {
  station?: string;
  /** None: all. */
  characteristics?: string[];
  visits?: VisitChoice;
  /** None: production. */
  runTypes?: string[];
  strata?: string[];
  include?: string[];
  /** Columns besides time, cell and values; none: all. */
  columns?: string[];
  /** New visits are pushed as they are stored. */
  streaming?: boolean;
}

/** One column of the join; exactly one of field, environment and state is set. */
export interface CellColumn {
  station: string;
  field?: string;
  environment?: string;
  state?: string;
  /** Oldest reading that environment and state may show, e.g. 10m. */
  maxAge?: string;
}

/** Several stations joined by cell, a row a cell. */
export interface JoinQuery extends CellsQuery {
  /** None: the station of the first column. */
  anchor?: string;
  join?: 'left' | 'inner';
  visits?: VisitChoice;
  runTypes?: string[];
  columns?: CellColumn[];
}

/** The whole record of one cell. */
export interface TravelerQuery extends CellsQuery {
  cellId?: string;
  /** None: all. */
  parts?: string[];
}

/** What is wrong. */
export interface SignalsQuery extends CellsQuery {
  kinds?: string[];
  state?: 'fresh' | 'open' | 'unanswered';
  stations?: string[];
  characteristics?: string[];
  /** `reaction`: one more column says what the plan wants done. */
  include?: string[];
  /** Of the reaction, `en` where absent. */
  language?: string;
}

/** How much of what came to the stations passed them. */
export interface YieldQuery extends CellsQuery {
  stations?: string[];
  by?: string[];
  /** None, shift, day, week, or a length such as 15m. */
  bucket?: string;
  /** None: all numbers; with buckets first_pass. An alert rule names one. */
  values?: string[];
  rolled?: boolean;
  failures?: boolean;
}

/** What happened. */
export interface EventsQuery extends CellsQuery {
  kinds?: string[];
  stations?: string[];
  targets?: string[];
}

/** What a dashboard variable lists: a lookup of the backend, within a scope. */
export interface LookupQuery extends DataQuery {
  queryType: 'variable';
  kind: string;
  site?: string;
  line?: string;
  station?: string;
  equipment?: string;
  /** The filter key whose stored values are listed; only with kind filter-values. */
  key?: string;
}
