import type { Lookup } from '@cellthread/vocabulary';
import type { Option } from '../lookups/Option';

export type ScopeKey = 'site' | 'line' | 'station' | 'equipment';

interface LookupKind extends Option {
  value: Lookup;
  /** What the list can be narrowed by. */
  within: ScopeKey[];
  /** What it cannot do without. */
  needs?: Array<ScopeKey | 'key'>;
}

/** What a dashboard variable can list; `value` is the backend's resource. */
export const lookupKinds: LookupKind[] = [
  { value: 'sites', label: 'sites', within: [] },
  { value: 'lines', label: 'lines', within: ['site', 'station'] },
  { value: 'stations', label: 'stations', within: ['site', 'line'] },
  { value: 'equipment', label: 'equipment', within: ['site', 'line', 'station'] },
  { value: 'positions', label: 'positions', within: ['site', 'line', 'station', 'equipment'] },
  { value: 'characteristics', label: 'characteristics', within: ['station'] },
  { value: 'products', label: 'products', within: ['site', 'line', 'station'] },
  { value: 'lots', label: 'lots', within: ['site', 'line', 'station', 'equipment'], needs: ['station'] },
  { value: 'filter-keys', label: 'columns to filter by', within: ['station'] },
  {
    value: 'filter-values',
    label: 'stored values',
    within: ['site', 'line', 'station', 'equipment'],
    needs: ['station', 'key'],
  },
  { value: 'causes', label: 'causes that people choose from', within: ['station'] },
  { value: 'actions', label: 'actions that people choose from', within: ['station'] },
];

/** What a variable's query still needs; undefined when it is complete. */
export function missingOfLookup(query: Partial<Record<string, unknown>>): string | undefined {
  const kind = lookupKinds.find(({ value }) => value === query.kind);
  return kind ? kind.needs?.find((part) => !query[part]) : 'what to list';
}
