import { kindOf } from '../kinds/queryKinds';
import type { CellsQuery } from '../query';

/** Grafana's own fields, which every type keeps. */
const HOST = ['refId', 'hide', 'key', 'datasource'];

/** The query asking for another kind: that kind's defaults, and what both kinds have in common. */
export function withKind(query: CellsQuery, queryType: string | undefined): CellsQuery {
  const defaults = kindOf({ queryType })?.defaults ?? {};
  const kept = Object.entries(query).filter(
    ([field, value]) => HOST.includes(field) || (field in defaults && fits(value, defaults[field]))
  );
  return { ...defaults, ...Object.fromEntries(kept), refId: query.refId, queryType };
}

/** Vocabulary differs between types: only free lists are carried over, words like kinds are not. */
const fits = (value: unknown, otherwise: unknown) =>
  Array.isArray(value) ? Array.isArray(otherwise) && otherwise.length === 0 && value.length > 0 : otherwise === '';
