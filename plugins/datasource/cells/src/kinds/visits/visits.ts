import type { VisitsQuery } from './VisitsQuery';
import { NOTHING } from '../../interpolate';
import { where, words } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { VisitsEditor } from './VisitsEditor';

const chart = { visits: 'first', runTypes: ['production'], strata: ['equipment', 'position'], filters: [] } as const;

export const visits: QueryKind<VisitsQuery> = {
  id: 'visits',
  label: 'Visits of a station',
  description:
    'Measured characteristics of one station, a row for every visit of a cell, with limits and signals for charts',
  alertable: false,
  defaults: {
    station: '',
    characteristics: [],
    visits: 'first',
    runTypes: ['production'],
    strata: ['equipment', 'position'],
    include: ['limits', 'signals'],
    filters: [],
  },
  openLists: ['characteristics'],
  missing: ({ station, filters }) =>
    !station?.trim()
      ? 'a station'
      : filters?.includes(NOTHING)
        ? 'a characteristic; where there is none to choose, the station measures none'
        : undefined,
  text: ({ characteristics, visits: choice = 'first', station, filters }) =>
    `${words(characteristics, 'all characteristics')} of ${choice} visits at ${station || '…'}${where(filters)}`,
  examples: ({ first, last }) => [
    {
      title: `${first.characteristic.name} of every machine and position, ready for a control chart`,
      query: {
        ...copy(),
        station: first.station.id,
        characteristics: [first.characteristic.id],
        include: ['limits', 'signals'],
      },
    },
    {
      title: `What failed at ${last.station.name}, whatever the visit`,
      query: {
        ...copy(),
        station: last.station.id,
        characteristics: [],
        visits: 'all',
        include: [],
        filters: [{ key: 'verdict', operator: '=', value: 'nok' }],
      },
    },
  ],
  Editor: VisitsEditor,
};

function copy() {
  return { ...chart, runTypes: [...chart.runTypes], strata: [...chart.strata], filters: [] };
}
