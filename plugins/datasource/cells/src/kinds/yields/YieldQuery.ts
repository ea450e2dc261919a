import type { VisitTag, VisitText, YieldColumn } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

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

export type StoredYield = Stored<
  'yield',
  YieldFields,
  { values?: YieldColumn[]; by?: Array<'station' | VisitTag | VisitText> }
>;
