import type { CellsQuery } from '../query';
import type { CellColumn } from '../kinds/cells/JoinQuery';

/** The stations that queries read, as far as they name them. */
export function stationsOf(queries: readonly CellsQuery[]): string[] {
  const named = queries.flatMap(({ station, stations, anchor, columns }) => [
    station,
    anchor,
    ...(Array.isArray(stations) ? stations : []),
    ...(Array.isArray(columns) ? (columns as CellColumn[]).map((column) => column.station) : []),
  ]);
  return [...new Set(named.filter((one): one is string => typeof one === 'string' && one !== ''))];
}
