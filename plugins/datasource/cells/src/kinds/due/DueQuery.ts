import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** What has to be done soon, or should have been. */
export interface DueFields {
  /** How far ahead it is looked, as 24h; without it a day. */
  ahead?: string;
}

export type DueQuery = CellsQuery & DueFields;

export type StoredDue = Stored<'due', DueFields, object>;
