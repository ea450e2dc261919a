import type { CellColumn } from './JoinQuery';

export type Source = 'field' | 'environment' | 'state';

interface SourceInfo {
  value: Source;
  label: string;
  description: string;
  /** What is stated where the query says nothing about age; none: age does not matter. */
  maxAge?: string;
  /** What plants usually measure; anything may be typed. */
  names?: string[];
}

/** Where a column of the join comes from. */
export const columnSources: SourceInfo[] = [
  { value: 'field', label: 'visit', description: 'a characteristic or a detail of the visit' },
  {
    value: 'environment',
    label: 'environment',
    description: 'the reading of its zone as of the visit',
    maxAge: '10m',
    names: ['temperature', 'dew_point', 'humidity', 'pressure'].flatMap((name) => [name, `${name}.min`, `${name}.max`]),
  },
  {
    value: 'state',
    label: 'machine state',
    description: 'what its equipment reported as of the visit',
    maxAge: '24h',
    names: ['state', 'program'],
  },
];

export const sourceOf = (column: CellColumn): Source =>
  column.environment !== undefined ? 'environment' : column.state !== undefined ? 'state' : 'field';

/** The name the column gets in the answer. */
export function columnName(column: CellColumn): string {
  const source = sourceOf(column);
  return [column.station, source === 'field' ? '' : source, column[source]].filter(Boolean).join('.');
}
