import type { LossGroup } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** What episodes cost. */
export interface LossesFields {
  /** What they are summed by; without it each is a row. */
  by?: string;
  /** Of sentences; without it that of the plan. */
  language?: string;
}

export type LossesQuery = CellsQuery & LossesFields;

export type StoredLosses = Stored<'losses', LossesFields, { by?: LossGroup }>;
