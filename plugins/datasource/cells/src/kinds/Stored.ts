import type { CellLabel, FilterOperator, QueryType, SignalLabel, VisitTag, VisitText } from '@cellthread/vocabulary';
import type { CommonFields, QueryFilter } from '../query';

/** A filter on what every plant has; one on a value of a plan is no matter of a generated file. */
export interface StoredFilter extends QueryFilter {
  key: VisitTag | VisitText | SignalLabel | CellLabel;
  operator: FilterOperator;
}

/** The fields of one query type, as generated files say them, with the words that each of them knows. */
export type Stored<Type extends QueryType, Fields, Words extends { [K in keyof Fields]?: unknown }> = {
  queryType: Type;
  filters?: StoredFilter[];
} & Omit<CommonFields, 'filters'> &
  Omit<Fields, keyof Words> &
  Words;
