import type { AdHocVariableFilter, ScopedVars } from '@grafana/data';
import type { CellsQuery, QueryFilter } from './query';

/** Replaces variables in a text; `format` gets all values of a variable. */
export type Replace = (text: string, scopedVars?: ScopedVars, format?: (value: string | string[]) => string) => string;

const SEPARATOR = '\u001f';
const ALL = '$__all';

/**
 * The query with its variables as values: All drops a filter, an empty selection matches nothing, several values are a
 * list. Ad-hoc filters of the dashboard are added.
 */
export function interpolate(
  query: CellsQuery,
  replace: Replace,
  scopedVars?: ScopedVars,
  adHoc: AdHocVariableFilter[] = []
): CellsQuery {
  const list = (texts: string[]) => texts.flatMap((text) => expand(text, replace, scopedVars));
  const out: CellsQuery = { ...query };
  for (const [field, value] of Object.entries(query)) {
    if (typeof value === 'string' && field !== 'refId' && field !== 'queryType') {
      out[field] = replace(value, scopedVars);
    } else if (isTexts(value)) {
      out[field] = withoutAll(list(value));
    }
  }
  out.filters = [...(query.filters ?? []), ...adHoc.map(asFilter)]
    .map((filter) => interpolateFilter(filter, list, (text) => replace(text, scopedVars)))
    .filter((filter): filter is QueryFilter => filter !== undefined);
  return out;
}

function interpolateFilter(
  filter: QueryFilter,
  list: (texts: string[]) => string[],
  one: (text: string) => string
): QueryFilter | undefined {
  const values = list(filter.values ?? (filter.value === undefined ? [] : [filter.value]));
  if (values.includes(ALL)) {
    return undefined;
  }
  const key = one(filter.key);
  return filter.values ? { ...filter, key, values } : { ...filter, key, value: values.join(',') };
}

/** All values of the variables in a text, or the text itself. */
function expand(text: string, replace: Replace, scopedVars?: ScopedVars): string[] {
  if (!text.includes('$') && !text.includes('[[')) {
    return [text];
  }
  const joined = replace(text, scopedVars, (value) => (Array.isArray(value) ? value.join(SEPARATOR) : value));
  return joined === '' ? [] : joined.split(SEPARATOR);
}

const withoutAll = (values: string[]) => (values.includes(ALL) ? [] : values);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');

const asFilter = ({ key, operator, value, values }: AdHocVariableFilter): QueryFilter =>
  values ? { key, operator, values } : { key, operator, value };
