import type { Option } from '../lookups/Option';

/** Which visits of a cell at a station count. */
export const visitOptions: Option[] = [
  { value: 'first', label: 'first', description: 'before any rework or retest' },
  { value: 'last', label: 'last', description: 'what the cell left the station with' },
  { value: 'all', label: 'all', description: 'every pass, a row each' },
];
