import type { RunType, VisitChoice } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

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

export type StoredJoin = Stored<'cells', JoinFields, { runTypes?: RunType[] }>;
