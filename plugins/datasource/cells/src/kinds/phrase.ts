import type { QueryFilter } from '../query';

/** A list as words; `none` for an empty one. */
export const words = (list: readonly string[] | undefined, none: string): string =>
  list?.length ? list.join(', ') : none;

/** The conditions of a query as the end of a phrase. */
export function where(filters: readonly QueryFilter[] = []): string {
  const parts = filters.map(
    ({ key, operator, value, values, station }) =>
      `${station ? `${station}.` : ''}${key} ${operator} ${values ? `(${values.join(', ')})` : value || "''"}`
  );
  return parts.length ? `, where ${parts.join(' and ')}` : '';
}
