import type {
  CellLabel,
  EventKind,
  FilterOperator,
  QueryType,
  RunType,
  SignalInclude,
  SignalKind,
  SignalLabel,
  TravelerPart,
  VisitColumn,
  VisitInclude,
  VisitTag,
  VisitText,
  YieldColumn,
} from '@cellthread/vocabulary';
import type {
  CommonFields,
  EventsFields,
  JoinFields,
  QueryFilter,
  SignalsFields,
  TravelerFields,
  VisitsFields,
  YieldFields,
} from './query';

/** A filter on what every plant has; one on a value of a plan is no matter of a generated file. */
export interface StoredFilter extends QueryFilter {
  key: VisitTag | VisitText | SignalLabel | CellLabel;
  operator: FilterOperator;
}

/** The fields of one query type with the words that each of them knows. */
type Stored<Type extends QueryType, Fields, Words extends { [K in keyof Fields]?: unknown }> = {
  queryType: Type;
  filters?: StoredFilter[];
} & Omit<CommonFields, 'filters'> &
  Omit<Fields, keyof Words> &
  Words;

export type StoredVisits = Stored<
  'visits',
  VisitsFields,
  {
    runTypes?: RunType[];
    strata?: Array<'equipment' | 'position' | 'line' | 'site' | 'product'>;
    include?: VisitInclude[];
    columns?: VisitColumn[];
  }
>;

export type StoredSignals = Stored<
  'signals',
  SignalsFields,
  { kinds?: readonly SignalKind[]; include?: SignalInclude[] }
>;

/** A query as generated dashboards and alert rules say it: a field or a word that the datasource lacks does not compile. */
export type StoredQuery =
  | StoredVisits
  | Stored<'cells', JoinFields, { runTypes?: RunType[] }>
  | Stored<'traveler', TravelerFields, { parts?: TravelerPart[] }>
  | StoredSignals
  | Stored<'events', EventsFields, { kinds?: readonly EventKind[] }>
  | Stored<'yield', YieldFields, { values?: YieldColumn[]; by?: Array<'station' | VisitTag | VisitText> }>;
