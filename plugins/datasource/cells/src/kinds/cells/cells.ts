import type { JoinQuery } from './JoinQuery';
import { where } from '../phrase';
import type { QueryKind } from '../QueryKind';
import { CellsEditor } from './CellsEditor';
import { columnName, sourceOf } from './columnSources';

export const cells: QueryKind<JoinQuery> = {
  id: 'cells',
  label: 'Cells across stations',
  description:
    'Columns of any stations joined by cell ID, a row for every cell, with environment and machine state as of the visit',
  alertable: false,
  defaults: { anchor: '', join: 'left', visits: 'first', runTypes: ['production'], columns: [], filters: [] },
  openLists: [],
  missing: ({ columns = [] }) => {
    const [column] = columns.filter((one) => !one.station || !one[sourceOf(one)]);
    if (column) {
      return column.station ? `a column of ${column.station}` : 'the station of a column';
    }
    return columns.length ? undefined : 'at least one column';
  },
  text: ({ columns = [], anchor, filters }) =>
    `${columns.map(columnName).join(', ') || '…'} of the cells of ${anchor || columns[0]?.station || '…'}${where(filters)}`,
  examples: ({ first, last }) => [
    {
      title: `${first.characteristic.name} beside ${last.characteristic.name} of the same cells`,
      query: {
        anchor: last.station.id,
        join: 'left',
        visits: 'last',
        runTypes: ['production'],
        columns: [
          { station: first.station.id, field: first.characteristic.id },
          { station: last.station.id, field: last.characteristic.id },
          { station: first.station.id, environment: 'dew_point', maxAge: '10m' },
          { station: first.station.id, state: 'program' },
        ],
        filters: [],
      },
    },
  ],
  Editor: CellsEditor,
};
