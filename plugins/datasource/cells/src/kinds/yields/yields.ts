import type { YieldQuery } from './YieldQuery';
import { where, words } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { YieldsEditor } from './YieldsEditor';

export const yields: QueryKind<YieldQuery> = {
  id: 'yield',
  label: 'Yield',
  description:
    'First-pass, final and rolled throughput by station, line, lot, shift or time; failures by characteristic',
  alertable: true,
  defaults: { stations: [], by: ['station'], bucket: '', filters: [] },
  openLists: ['stations', 'by', 'values'],
  missing: () => undefined,
  text: ({ stations, by, bucket, values, rolled, failures, filters }) =>
    [
      failures ? 'failures by characteristic' : words(values, bucket ? 'first_pass' : 'yield'),
      ` at ${words(stations, 'all stations')}`,
      ` by ${words(by, 'station')}`,
      !failures && bucket ? ` and ${bucket}` : '',
      rolled ? ', rolled' : '',
      where(filters),
    ].join(''),
  examples: ({ last }) => [
    {
      title: 'First-pass and final yield of every station, with what passes all of them',
      query: { stations: [], by: ['station'], bucket: '', rolled: true, filters: [] },
    },
    {
      title: `First-pass yield of ${last.station.name}, shift by shift`,
      query: { stations: [last.station.id], by: ['station'], bucket: 'shift', values: ['first_pass'], filters: [] },
    },
    {
      title: 'What cells fail for, the commonest first',
      query: { stations: [], by: ['station'], failures: true, filters: [] },
    },
  ],
  Editor: YieldsEditor,
};
