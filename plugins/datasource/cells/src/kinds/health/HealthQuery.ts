import type { HealthPart, HealthState } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** How the path from a station's record to what is decided about it fares. */
export interface HealthFields {
  /** None: all. */
  parts?: string[];
  /** None: all. */
  states?: string[];
}

export type HealthQuery = CellsQuery & HealthFields;

export type StoredHealth = Stored<
  'health',
  HealthFields,
  { parts?: readonly HealthPart[]; states?: readonly HealthState[] }
>;
