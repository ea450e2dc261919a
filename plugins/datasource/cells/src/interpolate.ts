import type { AdHocVariableFilter, ScopedVars } from '@grafana/data';
import type { CellsQuery, QueryFilter } from './query';
import type { CellColumn } from './kinds/cells/JoinQuery';

type Format = string | ((value: string | string[]) => string);

/** Replaces variables in a text; a format function gets all values of a variable. */
export type Replace = (text: string, scopedVars?: ScopedVars, format?: Format) => string;

/** What the variables of one text stand for. */
interface Expansion {
  values: string[];
  all: boolean;
}

const SEPARATOR = '\u001f';
const ALL = '$__all';
const ALL_TEXT = 'All';
/** A condition that no row meets: a variable of the list that says what is wanted has no value. */
export const NOTHING: QueryFilter = { key: 'site', operator: '=|', values: [] };
/** The same, which names what was not chosen where every kind has such a filter. */
const nothingOf = (field: string): QueryFilter =>
  field === 'stations' ? { key: 'station', operator: '=|', values: [] } : NOTHING;
const KEPT = ['refId', 'queryType', 'key', 'hide'];

/**
 * The query with its variables as values: several values become a list, All drops a restriction, an empty selection
 * matches nothing. Ad-hoc filters of the dashboard are added.
 *
 * @param openLists fields whose empty list means "no restriction"
 */
export function interpolate(
  query: CellsQuery,
  replace: Replace,
  scopedVars: ScopedVars | undefined,
  adHoc: AdHocVariableFilter[] = [],
  openLists: readonly string[] = []
): CellsQuery {
  const expand = (text: string) => expansion(text, replace, scopedVars);
  const out: CellsQuery = { ...query };
  const nothing: QueryFilter[] = [];
  for (const [field, value] of Object.entries(query)) {
    if (typeof value === 'string' && !KEPT.includes(field)) {
      out[field] = replace(value, scopedVars);
    } else if (isTexts(value)) {
      const { values, all } = expandList(value, expand);
      const open = openLists.includes(field);
      out[field] = open && all ? [] : values;
      if (open && !all && values.length === 0) {
        nothing.push(nothingOf(field));
      }
    } else if (field === 'columns' && Array.isArray(value)) {
      out[field] = (value as CellColumn[]).flatMap((column) => expandColumn(column, expand));
    }
  }
  const given = [...(query.filters ?? []), ...adHoc.map(asFilter)];
  if (query.filters || given.length + nothing.length > 0) {
    const regex = (text: string) => replace(text, scopedVars, 'regex');
    out.filters = [...given.flatMap((filter) => interpolateFilter(filter, expand, regex)), ...nothing];
  }
  return out;
}

function interpolateFilter(
  filter: QueryFilter,
  expand: (text: string) => Expansion,
  regex: (text: string) => string
): QueryFilter[] {
  const one = (text: string) => expand(text).values.join(',');
  const { values, all } = expandList(filter.values ?? [filter.value ?? ''], expand);
  if (all) {
    return [];
  }
  const { station } = filter;
  const out = { ...filter, key: one(filter.key), ...(station ? { station: one(station) } : {}) };
  if (filter.values) {
    return [{ ...out, values }];
  }
  if (['=~', '!~'].includes(filter.operator)) {
    return [{ ...out, value: regex(filter.value ?? '') }];
  }
  // A variable with several values turns "is" into "is one of".
  const many = values.length !== 1 && ['=', '!='].includes(filter.operator);
  return [
    many ? { ...out, operator: `${filter.operator}|`, value: undefined, values } : { ...out, value: values.join(',') },
  ];
}

/** A column that names several stations or fields by a variable becomes several columns. */
function expandColumn(column: CellColumn, expand: (text: string) => Expansion): CellColumn[] {
  return Object.entries(column).reduce<CellColumn[]>(
    (columns, [key, text]) =>
      columns.flatMap((one) => expand(String(text)).values.map((value) => ({ ...one, [key]: value }))),
    [column]
  );
}

function expandList(texts: string[], expand: (text: string) => Expansion): Expansion {
  const parts = texts.map(expand);
  return {
    values: [...new Set(parts.flatMap(({ values }) => values))],
    all: parts.some(({ all }) => all),
  };
}

/** All values of the variables in a text, or the text itself. */
function expansion(text: string, replace: Replace, scopedVars?: ScopedVars): Expansion {
  if (!text.includes('$') && !text.includes('[[')) {
    return { values: [text], all: false };
  }
  const joined = replace(text, scopedVars, (value) => (Array.isArray(value) ? value.join(SEPARATOR) : String(value)));
  const values = joined === '' ? [] : joined.split(SEPARATOR);
  // A variable that stands on All gives all of its options; only its text tells.
  const all = values.includes(ALL) || (joined !== text && replace(text, scopedVars, 'text') === ALL_TEXT);
  return { values: values.filter((value) => value !== ALL), all };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');

const asFilter = ({ key, operator, value, values }: AdHocVariableFilter): QueryFilter =>
  values && operator.endsWith('|') ? { key, operator, values } : { key, operator, value };
