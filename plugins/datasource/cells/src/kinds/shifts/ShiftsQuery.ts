import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** Which shift each line is in. */
export type ShiftsQuery = CellsQuery;

export type StoredShifts = Stored<'shifts', object, object>;
