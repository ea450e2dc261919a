import type { SignalsQuery } from './SignalsQuery';
import { where, words } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { SignalsEditor } from './SignalsEditor';

export const signals: QueryKind<SignalsQuery> = {
  id: 'signals',
  label: 'Signals',
  description: 'What is wrong: out of spec, out of control, silent, conflicting, rejected; made for alert rules',
  alertable: true,
  defaults: { kinds: ['out-of-spec'], state: 'fresh', stations: [], characteristics: [], filters: [] },
  openLists: ['stations', 'characteristics'],
  missing: ({ kinds }) => (kinds && !kinds.length ? 'a kind of signal' : undefined),
  text: ({ kinds, state = 'fresh', stations, characteristics, filters }) =>
    `${state} ${words(kinds, 'out-of-spec')} signals of ${words(characteristics, 'all characteristics')} at ${words(stations, 'all stations')}${where(filters)}`,
  examples: ({ first }) => [
    {
      title: 'Cells out of spec that nobody has answered yet',
      query: { kinds: ['out-of-spec'], state: 'unanswered', stations: [], characteristics: [], filters: [] },
    },
    {
      title: `${first.characteristic.name} out of spec or out of control, as an alert rule asks`,
      query: {
        kinds: ['out-of-spec', 'out-of-control'],
        state: 'fresh',
        stations: [first.station.id],
        characteristics: [first.characteristic.id],
        filters: [],
      },
    },
    {
      title: 'Inputs that could not be stored',
      query: { kinds: ['rejected'], state: 'fresh', stations: [], characteristics: [], filters: [] },
    },
  ],
  Editor: SignalsEditor,
};
