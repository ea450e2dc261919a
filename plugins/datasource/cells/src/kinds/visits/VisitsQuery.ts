import type { RunType, VisitChoice, VisitColumn, VisitInclude } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

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
