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
  station?: string;
  stations?: string[];
  characteristics?: string[];
  cellId?: string;
  filters?: QueryFilter[];
  [field: string]: unknown;
}

/** What a dashboard variable lists. */
export interface LookupQuery extends DataQuery {
  queryType: 'variable';
  kind: string;
  site?: string;
  line?: string;
  station?: string;
  equipment?: string;
}
