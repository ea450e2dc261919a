import type { Scope } from './scopeParams';

/** Keys whose values have a list of their own; every other key is listed by what was stored. */
const ROUTES: Record<string, string> = {
  site: 'sites',
  line: 'lines',
  equipment: 'equipment',
  position: 'positions',
  product: 'products',
  station: 'stations',
  characteristic: 'characteristics',
};

/** Where the values of a filter's key are listed. */
export function valueRoute(key: string, scope: Scope = {}): { route?: string; scope?: Scope } {
  if (!key || key.includes('$')) {
    return {};
  }
  const route = ROUTES[key];
  return route ? { route, scope } : { route: 'filter-values', scope: { ...scope, key } };
}
