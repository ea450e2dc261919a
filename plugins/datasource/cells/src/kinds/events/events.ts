import { dispositions, type EventState } from '@cellthread/vocabulary';
import type { EventsQuery } from './EventsQuery';
import { where, words } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { EventsEditor } from './EventsEditor';

const listedIn: Readonly<Record<EventState, string>> = {
  open: 'open holds',
  queued: 'what was sent to inspection or rework',
};

export const events: QueryKind<EventsQuery> = {
  id: 'events',
  label: 'Events',
  description: 'What happened: holds, releases, notes, tool changes, maintenance; for tables and annotations',
  alertable: false,
  defaults: { kinds: [], stations: [], targets: [], filters: [] },
  openLists: ['kinds', 'stations', 'targets'],
  missing: () => undefined,
  text: ({ kinds, targets, stations, state, filters }) =>
    `${state ? listedIn[state] : `${words(kinds, 'all')} events`} about ${words(targets, 'anything')} at ${words(stations, 'all stations')}${where(filters)}`,
  examples: ({ first }) => [
    {
      title: 'What is held now',
      query: { kinds: [], stations: [], targets: [], state: 'open', filters: [] },
    },
    {
      title: 'What waits for inspection or rework',
      query: { kinds: [], stations: [], targets: [], state: 'queued', filters: [] },
    },
    {
      title: 'Holds and what became of them',
      query: {
        kinds: [...dispositions],
        stations: [],
        targets: [],
        filters: [],
      },
    },
    {
      title: `What was done to the machines at ${first.station.name}`,
      query: {
        kinds: ['tool-change', 'changeover', 'maintenance', 'calibration'],
        stations: [first.station.id],
        targets: [],
        filters: [],
      },
    },
  ],
  Editor: EventsEditor,
};
