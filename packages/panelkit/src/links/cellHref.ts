import { type InterpolateFunction } from '@grafana/data';
import { filledHref } from './filledHref';

/** Where a cell's traveler is, unless an option says otherwise. `${cell}` stands for the identifier. */
export const defaultCellLink = '/d/cellthread-cell?var-cell=${cell}&var-datasource=${datasource}&${__url_time_range}';

/** The address of a cell's traveler; `null` without an identifier or without a link. */
export function cellHref(pattern: string, cell: string, interpolate: InterpolateFunction): string | null {
  return cell === '' ? null : filledHref(pattern, { cell }, interpolate);
}
