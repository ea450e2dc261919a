import { kindOf } from '../kinds/queryKinds';
import type { CellsQuery } from '../query';

/** What every type keeps: Grafana's own fields, and those that mean the same wherever they stand. */
const KEPT = ['refId', 'hide', 'key', 'datasource'];
const SHARED = ['station', 'stations', 'characteristics', 'visits', 'runTypes', 'filters'];

/** The query asking for another kind: that kind's defaults, and what both kinds have in common. */
export function withKind(query: CellsQuery, queryType: string | undefined): CellsQuery {
  const defaults = kindOf({ queryType })?.defaults ?? {};
  const kept = Object.entries(query).filter(
    ([field]) => KEPT.includes(field) || (SHARED.includes(field) && field in defaults)
  );
  return { ...defaults, ...Object.fromEntries(kept), refId: query.refId, queryType };
}
