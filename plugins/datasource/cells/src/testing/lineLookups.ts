import { Lookups } from '../lookups/Lookups';
import type { Option } from '../lookups/Option';
import { readText } from './readText';

const options = (...values: string[]): Option[] => values.map((value) => ({ value, label: value, planned: true }));

const characteristics: Record<string, Option[]> = {
  filling: [
    { value: 'fill_mass', label: 'Fill mass', planned: true, station: 'filling' },
    { value: 'fill_vacuum', label: 'Fill vacuum', planned: true, station: 'filling' },
  ],
  eol: [{ value: 'acir', label: 'AC resistance', planned: true, station: 'eol' }],
};

const routes: Record<string, (params: Record<string, string>) => unknown> = {
  vocabulary: () => JSON.parse(readText('pkg/types/testdata/vocabulary.json')) as unknown,
  stations: () => [
    { value: 'filling', label: 'Filling', planned: true },
    { value: 'eol', label: 'End of line', planned: true },
  ],
  lines: () => options('line-1', 'line-2'),
  sites: () => options('de1'),
  equipment: () => options('filler-02'),
  positions: () => options('nozzle-1', 'nozzle-4'),
  characteristics: ({ station }) =>
    station ? (characteristics[station] ?? []) : Object.values(characteristics).flat(),
  'filter-keys': ({ station }) => [
    ...['line', 'equipment', 'position', 'cell_id', 'verdict'].map((value) => ({ value, type: 'text' })),
    ...(characteristics[station ?? ''] ?? []).map((one) => ({ ...one, type: 'number' })),
  ],
  'filter-values': () => options('ok', 'nok'),
  cells: ({ prefix = '' }) => ({ valid: true, cells: options(`${prefix}B50000017`) }),
};

/** The backend's lists of a line with two stations; `asked` gets every call. */
export const lineLookups = (asked: string[] = [], replace = (text: string) => text): Lookups =>
  new Lookups(async <T>(path: string, params: Record<string, string> = {}) => {
    asked.push(`${path}?${new URLSearchParams(params).toString()}`);
    const route = routes[path];
    if (!route) {
      throw new Error(`no such route: ${path}`);
    }
    return route(params) as T;
  }, replace);
