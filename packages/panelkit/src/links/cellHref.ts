import { type InterpolateFunction, locationUtil, type ScopedVars } from '@grafana/data';

/** Where a cell's traveler is, unless an option says otherwise. `${cell}` stands for the identifier. */
export const defaultCellLink = '/d/cellthread-cell?var-cell=${cell}&var-datasource=${datasource}&${__url_time_range}';

/**
 * The address of a cell's traveler with the dashboard's time range and variables filled in, those it has; `null` without an identifier
 * or without a link.
 */
export function cellHref(
  pattern: string,
  cell: string,
  interpolate: InterpolateFunction,
  scopedVars?: ScopedVars
): string | null {
  if (cell === '' || pattern.trim() === '') {
    return null;
  }
  const filled = pattern.replaceAll('${cell}', encodeURIComponent(cell));
  return locationUtil.assureBaseUrl(withoutUnknown(interpolate(filled, scopedVars)));
}

/** Drops parameters whose variable the dashboard does not have: "${datasource}" is no address of one. */
export function withoutUnknown(href: string): string {
  return href.replace(/&[\w-]+=\$\{[^}]*\}/g, '');
}
