import type { TravelerPart } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** The whole record of one cell. */
export interface TravelerFields {
  cellId?: string;
  /** None: all. */
  parts?: string[];
}

export type TravelerQuery = CellsQuery & TravelerFields;

export type StoredTraveler = Stored<'traveler', TravelerFields, { parts?: TravelerPart[] }>;
