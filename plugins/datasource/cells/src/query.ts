import type { Lookup, SignalState, VisitChoice } from '@cellthread/vocabulary';
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
  /** One row in place of the rows: how many there are, or why that cannot be said. */
  count?: boolean;
  /** A text column in which one more row says why there are no rows, or that some were cut. */
  note?: string;
}

/** A query as it is stored in dashboards and alert rules; each query type reads its own fields. */
export interface CellsQuery extends DataQuery, CommonFields {
  [field: string]: unknown;
}

/** Characteristics of one station, a row a visit. */
export interface VisitsFields {
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

export type VisitsQuery = CellsQuery & VisitsFields;

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
export interface JoinFields {
  /** None: the station of the first column. */
  anchor?: string;
  join?: 'left' | 'inner';
  visits?: VisitChoice;
  runTypes?: string[];
  columns?: CellColumn[];
}

export type JoinQuery = CellsQuery & JoinFields;

/** The whole record of one cell. */
export interface TravelerFields {
  cellId?: string;
  /** None: all. */
  parts?: string[];
}

export type TravelerQuery = CellsQuery & TravelerFields;

/** What is wrong. */
export interface SignalsFields {
  kinds?: string[];
  state?: SignalState;
  stations?: string[];
  characteristics?: string[];
  /** `reaction`: one more column says what the plan wants done. */
  include?: string[];
  /** Of the reaction, `en` where absent. */
  language?: string;
  /** Rules whose evaluations the kind `unread` looks after; without it, those that it has seen. */
  watch?: Watched[];
}

export type SignalsQuery = CellsQuery & SignalsFields;

/** What a rule asks, and how often. */
export interface Watched {
  kinds?: readonly string[];
  state?: SignalState;
  stations?: string[];
  characteristics?: string[];
  filters?: QueryFilter[];
  everyS: number;
}

/** How much of what came to the stations passed them. */
export interface YieldFields {
  stations?: string[];
  by?: string[];
  /** None, shift, day, week, or a length such as 15m. */
  bucket?: string;
  /** None: all numbers; with buckets first_pass. An alert rule names one. */
  values?: string[];
  rolled?: boolean;
  failures?: boolean;
}

export type YieldQuery = CellsQuery & YieldFields;

/** What happened. */
export interface EventsFields {
  kinds?: string[];
  stations?: string[];
  targets?: string[];
}

export type EventsQuery = CellsQuery & EventsFields;

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
